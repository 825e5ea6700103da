import { deepest } from './compare'
import { bytesOf, kindOf } from './kindOf'
import { matcherOf } from './matcherOf'

/**
 * A pattern for an event, as JSON would have carried it: a string or bytes that hold JSON are decoded, a Date is its ISO string,
 * an object with `toJSON` is what that gives. So the object that the code under test has stringified fits the event it sent.
 */
export function eventPattern(pattern: unknown): unknown {
  return asJson(decoded(pattern), new Map(), 0)
}

/** JSON text or bytes of it as the value they hold; any other text as it is; empty is no event. */
function decoded(pattern: unknown): unknown {
  const text = kindOf(pattern) === 'bytes' ? new TextDecoder().decode(bytesOf(pattern as object)) : pattern
  if (typeof text !== 'string') return text
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function asJson(value: unknown, seen: Map<object, unknown>, depth: number): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object' || value === null || depth > deepest || matcherOf(value)) return value
  if (seen.has(value)) return seen.get(value)
  const { toJSON } = value as { toJSON?: unknown }
  const plain = typeof toJSON === 'function' ? (toJSON as () => unknown).call(value) : value
  const kind = kindOf(plain)
  if (kind === 'array') {
    const copy: unknown[] = []
    seen.set(value, copy)
    // An array has no absent elements in JSON.
    for (const element of plain as unknown[]) copy.push(asJson(element, seen, depth + 1) ?? null)
    return copy
  }
  if (kind !== 'object' || matcherOf(plain)) return plain
  const copy = Object.create(null) as Record<string, unknown>
  seen.set(value, copy)
  for (const [name, member] of Object.entries(plain as object)) copy[name] = asJson(member, seen, depth + 1)
  return copy
}
