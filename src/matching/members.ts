import { kindOf } from './kindOf'

/** The members that a value names, those of a map with plain keys included. An error's name and message are not enumerable. */
export function entriesOf(value: object): [key: string | number, value: unknown][] {
  const kind = kindOf(value)
  if (kind === 'map') return [...elementsOf(value)] as [string | number, unknown][]
  const names = Object.keys(value)
  if (kind === 'error') names.push(...['name', 'message'].filter((name) => !names.includes(name)))
  return names.map((name) => [name, (value as Record<string, unknown>)[name]])
}

/** A member of a value; what every object inherits (`constructor`, `__proto__`) is none. */
export function memberOf(value: object, key: string | number): unknown {
  if (kindOf(value) === 'map') return Map.prototype.get.call(value, key)
  const isOwn = Object.hasOwn(value, key) || (key in value && !(key in Object.prototype))
  return isOwn ? (value as Record<string | number, unknown>)[key] : undefined
}

/** The elements of a set, or the entries of a map. */
export function elementsOf(value: object): Iterable<unknown> {
  return kindOf(value) === 'map' ? Map.prototype.entries.call(value) : Set.prototype.values.call(value)
}

/** Whether the keys of a map could be written in a path. */
export function hasPlainKeys(map: object): boolean {
  return [...Map.prototype.keys.call(map)].every((key) => typeof key === 'string' || typeof key === 'number')
}
