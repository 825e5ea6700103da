import * as sdk from '@aws-sdk/client-lambda'

/**
 * The schemas that the installed SDK exports (`Invoke$`, `TooManyRequestsException$`, ...), read as plain facts.
 * Their layout is that of @smithy/core: an operation is `[9, namespace, name, traits, input, output]`, a structure
 * `[3 (-3 an error, 4 a union), namespace, name, traits, memberNames, memberSchemas, countOfRequired]`, a list `[1, .., item]`,
 * a map `[2, .., key, value]`, a scalar `[0, .., scalar]`; a member is a schema, or `[schema, traits]`.
 */
export interface SdkOperation {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly status: number
  readonly input: SdkShape
  readonly output: SdkShape
}

export type SdkShape =
  | { readonly kind: 'structure'; readonly name: string; readonly members: Readonly<Record<string, SdkMember>>; readonly status?: number }
  | { readonly kind: 'list'; readonly item: () => SdkShape }
  | { readonly kind: 'map'; readonly value: () => SdkShape }
  | { readonly kind: 'string' | 'number' | 'boolean' | 'timestamp' | 'blob' | 'none' }

export interface SdkMember {
  readonly shape: () => SdkShape
  /** As our table says it: `path`, `query tagKeys`, `header retry-after`, `status`, `payload`, `event payload`, or `body`. */
  readonly binding: string
  readonly required: boolean
}

type Schema = number | string | (() => Schema) | readonly unknown[]
type Traits = Readonly<Record<string, unknown>>

const exported = (sdk: Record<string, unknown>) =>
  Object.entries(sdk)
    .filter(([name]) => name.endsWith('$'))
    .map(([, schema]) => schema as readonly unknown[])

export function sdkOperations(): SdkOperation[] {
  return exported(sdk)
    .filter(([kind]) => kind === 9)
    .map(([, , name, traits, input, output]) => {
      const [method, uri, status] = (traits as Traits)['http'] as [string, string, number]
      const [path, query = ''] = uri.split('?') as [string, string?]
      return {
        name: name as string,
        method,
        path,
        query: Object.fromEntries(new URLSearchParams(query)),
        status,
        input: shapeOf(input as Schema),
        output: shapeOf(output as Schema),
      }
    })
}

export function sdkErrors(): Extract<SdkShape, { kind: 'structure' }>[] {
  return exported(sdk)
    .filter(([kind, namespace]) => kind === -3 && namespace === 'com.amazonaws.lambda')
    .map((schema) => shapeOf(schema) as Extract<SdkShape, { kind: 'structure' }>)
}

/** The enums that the SDK exports as objects, `{ Active: 'Active', PassThrough: 'PassThrough' }`. */
export function sdkEnums(): Readonly<Record<string, readonly string[]>> {
  const isEnum = (value: unknown): value is Record<string, string> =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((item) => typeof item === 'string')
  return Object.fromEntries(Object.entries(sdk).flatMap(([name, value]) => (isEnum(value) ? [[name, Object.values(value)]] : [])))
}

/** Scalars are numbers; 64 and 128 added to one make a list or a map of it. */
const scalars: Readonly<Record<number, Exclude<SdkShape['kind'], 'structure' | 'list' | 'map'>>> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'timestamp',
  5: 'timestamp',
  7: 'timestamp',
  21: 'blob',
  42: 'blob',
}

function shapeOf(schema: Schema): SdkShape {
  if (typeof schema === 'function') return shapeOf(schema())
  if (schema === 'unit') return { kind: 'none' }
  if (typeof schema === 'number') {
    if (schema >= 128) return { kind: 'map', value: () => shapeOf(schema - 128) }
    if (schema >= 64) return { kind: 'list', item: () => shapeOf(schema - 64) }
    const kind = scalars[schema]
    if (kind === undefined) throw new Error(`The SDK has a scalar that this test does not know: ${schema}`)
    return { kind }
  }
  if (typeof schema === 'string') throw new Error(`The SDK has a schema that this test does not know: ${schema}`)
  const [kind, , name, traits, first, second, required = 0] = schema as [number, string, string, Traits, never, never, number?]
  switch (kind) {
    case 0:
      return shapeOf(first)
    case 1:
      return { kind: 'list', item: () => memberShape(first) }
    case 2:
      return { kind: 'map', value: () => memberShape(second) }
    case 3:
    case -3:
    case 4: {
      const [names, schemas] = [first as string[], second as Schema[]]
      const members = names.map((member, index): [string, SdkMember] => [
        member,
        { shape: () => memberShape(schemas[index]!), binding: bindingOf(schemas[index]!), required: index < required },
      ])
      const status = (traits)?.['httpError'] as number | undefined
      return { kind: 'structure', name, members: Object.fromEntries(members), ...(status === undefined ? {} : { status }) }
    }
    default:
      throw new Error(`The SDK has a schema of a kind that this test does not know: ${kind}`)
  }
}

const isWithTraits = (schema: Schema): schema is readonly [Schema, Traits | number] => Array.isArray(schema) && schema.length === 2

function memberShape(schema: Schema): SdkShape {
  return shapeOf(isWithTraits(schema) ? schema[0] : schema)
}

function bindingOf(schema: Schema): string {
  const traits = isWithTraits(schema) ? schema[1] : 0
  if (typeof traits === 'number') {
    if (traits & 1) return 'path'
    if (traits & 16) return 'payload'
    return traits & 32 ? 'status' : 'body'
  }
  if (traits['httpLabel']) return 'path'
  if (traits['httpPayload']) return 'payload'
  if (traits['eventPayload']) return 'event payload'
  if (traits['httpQuery'] !== undefined) return `query ${traits['httpQuery'] as string}`
  if (traits['httpHeader'] !== undefined) return `header ${(traits['httpHeader'] as string).toLowerCase()}`
  return 'body'
}
