import { isJsonObject, type JsonObject } from '../json/jsonObject'
import { isJsonSchema, type JsonSchema } from './schema'

/** Keywords that hold schemas for the very same value. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not'] as const

/** The schema that a `$ref` within a document points to; undefined if it points to nothing. */
export function referred(root: JsonSchema, ref: unknown): JsonSchema | undefined {
  if (typeof ref !== 'string' || !ref.startsWith('#')) return undefined
  let found: unknown = root
  for (const part of ref
    .slice(1)
    .split('/')
    .filter((each) => each !== '')) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return isJsonSchema(found) ? found : undefined
}

/** A schema and all those that speak of the same value: what it refers to, and its branches. */
function sameValue(root: JsonSchema, schema: unknown, seen = new Set<unknown>()): readonly JsonSchema[] {
  if (!isJsonSchema(schema) || seen.has(schema)) return []
  seen.add(schema)
  const branches = inPlace.flatMap((keyword) => [schema[keyword]].flat())
  return [schema, ...[referred(root, schema.$ref), ...branches].flatMap((next) => sameValue(root, next, seen))]
}

/** Every schema that speaks of a member of what `schema` speaks of. */
function schemasBelow(root: JsonSchema, schema: JsonSchema, key: string | number): readonly unknown[] {
  return sameValue(root, schema).flatMap((each) => {
    if (typeof key === 'number') {
      const tuple = Array.isArray(each.prefixItems) ? (each.prefixItems as unknown[]) : []
      return key < tuple.length ? [tuple[key]] : [each.items]
    }
    return membersNamed(each, key)
  })
}

/** What one schema says of the member of an object: by its name, by a pattern, or for all that are not named. */
export function membersNamed(schema: JsonSchema, key: string): readonly unknown[] {
  const named = objectOf(schema.properties)
  const byPattern = Object.entries(objectOf(schema.patternProperties)).filter(([pattern]) => matches(pattern, key))
  const found = [...(Object.hasOwn(named, key) ? [named[key]] : []), ...byPattern.map(([, each]) => each)]
  return found.length > 0 || schema.additionalProperties === undefined ? found : [schema.additionalProperties]
}

/** Every schema that speaks of a whole document: its root, what that refers to, and its branches. */
export function schemasOfRoot(root: JsonSchema): readonly JsonSchema[] {
  return sameValue(root, root)
}

/** Every schema that speaks of a member, given those that speak of the value it is a member of. */
export function schemasOfMember(root: JsonSchema, ofValue: readonly JsonSchema[], key: string | number): readonly JsonSchema[] {
  const seen = new Set<unknown>()
  return ofValue.flatMap((schema) => schemasBelow(root, schema, key)).flatMap((schema) => sameValue(root, schema, seen))
}

/** An object as it is; anything else has no members. */
export function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {}
}

/** A pattern that JavaScript cannot read fits nothing here: the validator has its say. */
export function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text)
  } catch {
    return false
  }
}
