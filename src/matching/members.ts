import { kindOf } from './kindOf'

/** The members that a pattern names. An error's name and message count although they are not enumerable. */
export function entriesOf(value: object): [key: unknown, value: unknown][] {
  const kind = kindOf(value)
  if (kind === 'map') return [...Map.prototype.entries.call(value)]
  const names = Object.keys(value)
  if (kind === 'error') names.push(...['name', 'message'].filter((name) => !names.includes(name)))
  return names.map((name) => [name, (value as Record<string, unknown>)[name]])
}

/** What every object inherits (`constructor`, `__proto__`) is no member of a value. */
export function memberOf(value: object, key: unknown): unknown {
  if (kindOf(value) === 'map') return Map.prototype.get.call(value, key)
  const name = key as string
  return Object.hasOwn(value, name) || (name in value && !(name in Object.prototype)) ? (value as Record<string, unknown>)[name] : undefined
}

/** A member's key as a path shows it. */
export function nameOf(key: unknown): string | number {
  return typeof key === 'number' ? key : String(key)
}
