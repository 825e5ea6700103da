import { nestedDeeper } from '../json/nestedDeeper'
import type { Keys } from '../matching/difference'
import { formatValue } from '../matching/formatValue'
import { explain } from './explain'
import { jsonPath, type Finding } from './finding'
import { received } from './jsonValue'
import type { Issue } from './issue'
import { judgeOf, type Complaint } from './judge'
import type { JsonSchema, Schema } from './schema'
import { payloadSecrecy, withoutMarked, type SecrecyOf } from './secrecy'
import { objectOf } from './subschemas'
import { toJsonSchema } from './toJsonSchema'

/** Further down than this no payload is checked: validators, and what words their complaints, climb down on the stack. */
export const deepest = 200

/** How a payload is checked. */
export interface CheckRule {
  /** Whether members that the schema does not name are issues. */
  readonly extras: 'refused' | 'allowed'
  /** Members of the whole that need not be named: Lambda's own. */
  readonly known?: readonly string[]
}

/** A schema made ready: its validator is loaded, its JSON Schema is there if it has one. */
export interface PayloadCheck {
  readonly secrecy: SecrecyOf
  readonly jsonSchema: JsonSchema | undefined
  /** Why there is no JSON Schema, if the library could not make one. */
  readonly noJsonSchema?: string
  issues(payload: unknown, rule: CheckRule): Promise<readonly Issue[]>
}

/** No schema: anything fits. */
export function unchecked(sensitive: readonly string[]): PayloadCheck {
  return { secrecy: payloadSecrecy(sensitive, undefined), jsonSchema: undefined, issues: () => Promise.resolve([]) }
}

export async function preparePayloadCheck(schema: Schema, sensitive: readonly string[]): Promise<PayloadCheck> {
  const judge = await judgeOf(schema)
  let jsonSchema: JsonSchema | undefined
  let noJsonSchema: string | undefined
  try {
    jsonSchema = await toJsonSchema(schema)
  } catch (error) {
    noJsonSchema = String((error as Partial<Error>).message ?? error)
  }
  const secrecy = payloadSecrecy(sensitive, jsonSchema)

  return {
    secrecy,
    jsonSchema,
    ...(noJsonSchema === undefined ? {} : { noJsonSchema }),
    async issues(payload, { extras, known = [] }) {
      if (nestedDeeper(payload, deepest))
        return [
          { path: '$', keys: [], message: `is nested more than ${deepest} levels deep, further than a contract is checked` },
        ]
      const { complaints, made } = await judge(payload)
      const findings: readonly Finding[] = jsonSchema
        ? explain(jsonSchema, payload, { root: jsonSchema, secrecy })
        : stripped(payload, made, [], secrecy)
      const unknown = findings.filter(
        ({ kind, keys }) => kind === 'extra' && extras === 'refused' && !(keys.length === 1 && known.includes(String(keys[0]))),
      )
      const others = complaints.length > 0 ? findings.filter(({ kind }) => kind !== 'extra') : []
      const told = [...others, ...unexplained(complaints, others, payload, secrecy), ...unknown]
      return told.map(({ path, keys, message }) => ({ path, keys, message }))
    },
  }
}

/** Complaints about places of which the JSON Schema says nothing, such as a rule that only the library knows. */
function unexplained(
  complaints: readonly Complaint[],
  findings: readonly Issue[],
  payload: unknown,
  secrecy: SecrecyOf,
): readonly Issue[] {
  return complaints
    .filter(({ keys }) => !findings.some((each) => begins(each.keys, keys) || begins(keys, each.keys)))
    .map(({ keys, message }) => {
      const value = valueAt(payload, keys)
      const path = jsonPath(keys)
      if (secrecy(keys) === 'secret') return { path, keys, message: 'does not fit (its value is not shown)' }
      const got =
        value === undefined ? 'and it is missing' : `got ${received(value, formatValue(value, { limit: 60, secrecy, at: keys }))}`
      const words = withoutMarked(message, payload, secrecy) ?? 'does not fit'
      return { path, keys, message: `${words}, ${got}` }
    })
}

/** Members that the validator dropped: it does not know them. What it turned into something else cannot be compared. */
function stripped(payload: unknown, made: unknown, at: Keys, secrecy: SecrecyOf): readonly Finding[] {
  if (typeof payload !== 'object' || payload === null || typeof made !== 'object' || made === null) return []
  if (Array.isArray(payload))
    return Array.isArray(made)
      ? payload.flatMap((item, index) => stripped(item, (made as unknown[])[index], [...at, index], secrecy))
      : []
  return Object.entries(payload).flatMap(([name, member]) => {
    const keys = [...at, name]
    if (Object.hasOwn(made, name)) return stripped(member, objectOf(made)[name], keys, secrecy)
    const isSecret = secrecy(keys) === 'secret'
    const got = isSecret
      ? '(its value is not shown)'
      : `got ${received(member, formatValue(member, { limit: 60, secrecy, at: keys }))}`
    return [{ kind: 'extra', keys, path: jsonPath(keys), message: `is not in the contract${isSecret ? ' ' : ', '}${got}` }]
  })
}

function begins(start: Keys, keys: Keys): boolean {
  return start.every((key, index) => key === keys[index])
}

function valueAt(value: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((here, key) => (here as Record<string | number, unknown> | undefined | null)?.[key], value)
}
