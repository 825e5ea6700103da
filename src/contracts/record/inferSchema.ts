import { jsonType } from '../jsonValue'
import type { JsonSchema } from '../schema'

/** A schema that all the values fit, and that says no more of them than their types: a draft for people to make narrower. */
export function inferSchema(values: readonly unknown[]): JsonSchema {
  const byType = new Map<string, unknown[]>()
  for (const value of values) {
    const type = typeof value === 'number' && Number.isInteger(value) ? 'integer' : jsonType(value)
    byType.set(type, [...(byType.get(type) ?? []), value])
  }
  if (byType.has('number')) byType.delete('integer')
  const schemas = [...byType].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, those]) => ofType(type, those))
  if (schemas.length < 2) return schemas[0] ?? {}
  const plain = schemas.every((schema) => Object.keys(schema).length === 1)
  return plain ? { type: schemas.map(({ type }) => type) } : { anyOf: schemas }
}

function ofType(type: string, values: readonly unknown[]): JsonSchema {
  if (type === 'array') return { type, items: inferSchema((values as unknown[][]).flat()) }
  if (type !== 'object') return { type }
  const objects = values as Readonly<Record<string, unknown>>[]
  const names = [...new Set(objects.flatMap((each) => Object.keys(each)))].sort()
  const having = (name: string) => objects.filter((each) => Object.hasOwn(each, name))
  const required = names.filter((name) => having(name).length === objects.length)
  return {
    type,
    properties: Object.fromEntries(names.map((name) => [name, inferSchema(having(name).map((each) => each[name]))])),
    ...(required.length === 0 ? {} : { required }),
  }
}
