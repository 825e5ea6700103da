import { isJsonObject } from '../json/jsonObject'

/**
 * A schema of any library that follows Standard Schema 1, such as zod, valibot and arktype. https://standardschema.dev
 * The types are structural: no library is needed to use one of them.
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => StandardResult | Promise<StandardResult>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
    /** Standard JSON Schema: the same schema in that language. */
    readonly jsonSchema?: { readonly input: (options: { readonly target: string }) => Record<string, unknown> } | undefined
  }
}

/** What a validator of Standard Schema answers. */
export interface StandardResult {
  readonly value?: unknown
  readonly issues?: readonly StandardIssue[] | undefined
}

interface StandardIssue {
  readonly message: string
  /** Keys, or objects that hold one. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** A JSON Schema, draft 2020-12. https://json-schema.org/draft/2020-12 */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** A function that says whether a value is one. */
export type TypeGuard<T = unknown> = (value: unknown) => value is T & {}

/** What a contract says of a payload: a Standard Schema, a JSON Schema 2020-12, or a type guard. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the type of the payload is the user's own
export type Schema = StandardSchema<any, any> | TypeGuard<any> | JsonSchema

/** The JSON value that a schema describes, as it travels: before a validator turns it into something else. */
export type PayloadOf<S> = S extends { readonly '~standard': { readonly types?: infer Types } }
  ? NonNullable<Types> extends { readonly input: infer Input }
    ? Input
    : unknown
  : S extends (value: unknown) => value is infer T
    ? T
    : unknown

/** Libraries make functions of their schemas as well, so the standard is asked about first. */
export function isStandardSchema(schema: unknown): schema is StandardSchema {
  const isHolder = (typeof schema === 'object' && schema !== null) || typeof schema === 'function'
  const standard = isHolder ? (schema as { readonly '~standard'?: { readonly validate?: unknown } })['~standard'] : undefined
  return typeof standard?.validate === 'function'
}

export function isTypeGuard(schema: unknown): schema is TypeGuard {
  return typeof schema === 'function' && !isStandardSchema(schema)
}

/** An object of keywords. */
export function isJsonSchema(schema: unknown): schema is JsonSchema {
  return isJsonObject(schema) && !isStandardSchema(schema)
}

export function isSchema(schema: unknown): schema is Schema {
  return isStandardSchema(schema) || isTypeGuard(schema) || isJsonSchema(schema)
}
