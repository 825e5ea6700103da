import { UsageError } from '../errors/usageError'
import type { Keys } from '../matching/difference'
import { isStandardSchema, isTypeGuard, type JsonSchema, type Schema } from './schema'

/** What a validator says of a value. */
export interface Verdict {
  readonly complaints: readonly Complaint[]
  /** What the validator made of the value: libraries that strip members they do not know leave them out here. */
  readonly made?: unknown
}

export interface Complaint {
  readonly keys: Keys
  /** In the validator's own words. */
  readonly message: string
}

/** Decides whether a value fits. Validators may be asynchronous. */
export type Judge = (value: unknown) => Verdict | Promise<Verdict>

/** The validator of a schema: its library's own, the type guard, or ajv for JSON Schema. */
export async function judgeOf(schema: Schema): Promise<Judge> {
  if (isStandardSchema(schema)) {
    const { validate } = schema['~standard']
    return async (value) => {
      // A copy: a validator may write defaults into what it is given.
      const result = await validate(structuredClone(value))
      const complaints = (result.issues ?? []).map(({ message, path = [] }) => ({ message, keys: path.map(keyOf) }))
      return { complaints, ...('value' in result ? { made: result.value } : {}) }
    }
  }
  if (isTypeGuard(schema)) {
    const name = schema.name === '' ? 'the type guard' : `the type guard ${schema.name}`
    return (value) => ({ complaints: schema(value) ? [] : [{ keys: [], message: `is refused by ${name}` }] })
  }
  return judgeByAjv(schema as JsonSchema)
}

function keyOf(segment: PropertyKey | { readonly key: PropertyKey }): string | number {
  const key = typeof segment === 'object' ? segment.key : segment
  return typeof key === 'symbol' ? String(key) : key
}

async function judgeByAjv(schema: JsonSchema): Promise<Judge> {
  const module = await import('ajv/dist/2020.js').catch((cause: unknown) => {
    throw new UsageError('A contract with JSON Schemas, and one that is read from a file, needs the package ajv: npm i -D ajv.', {
      cause,
    })
  })
  // Of the two module systems one wraps what the other exports.
  const exported = module as unknown as { readonly default: typeof module.default & { readonly default?: typeof module.default } }
  const Ajv = exported.default.default ?? exported.default
  // Formats are annotations in draft 2020-12. Keywords of others, such as `sensitive`, are none of ajv's business.
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, logger: false })
  const validate = compiled()

  function compiled() {
    try {
      return ajv.compile(schema)
    } catch (error) {
      throw new UsageError(`A schema of a contract is no JSON Schema 2020-12: ${(error as Error).message}.`, { cause: error })
    }
  }

  return (value) => {
    const errors = validate(value) ? [] : (validate.errors ?? [])
    return {
      complaints: errors.map((each) => ({
        keys: keysOfPointer(each.instancePath, value),
        message: each.message ?? each.keyword,
      })),
    }
  }
}

/** A JSON Pointer into a value as keys: what stands for a position in an array is a number. */
function keysOfPointer(pointer: string, value: unknown): Keys {
  let here = value
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
      const key = Array.isArray(here) ? Number(name) : name
      here = (here as Record<string | number, unknown> | undefined)?.[key]
      return key
    })
}
