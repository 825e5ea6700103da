import { isJsonObject } from '../json/jsonObject'

/** What a value is, in the words of JSON Schema. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** A value and its type: `"2" (string)`; `null` speaks for itself. */
export function received(value: unknown, written: string): string {
  return value === null || value === undefined ? written : `${written} (${jsonType(value)})`
}

/** Whether a value is of a type of JSON Schema's. */
export function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value)
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isJsonObject(value)
    default:
      return typeof value === type
  }
}

/** Equal as JSON values. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameJson(objectAt(a, name), objectAt(b, name)))
  )
}

function objectAt(value: object, name: string): unknown {
  return (value as Record<string, unknown>)[name]
}
