import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { isPromise } from './isMembers'

/** What a member may be called besides its own name: as the SDK's command calls it, whose input can be pasted so. */
export type Spellings = Readonly<Record<string, readonly string[]>>

/** The members of an object under our names. Refuses members that are unknown, and one that is given under two names. */
export function readMembers(where: string, given: object, spellings: Spellings): Readonly<Record<string, unknown>> {
  const names = new Map(
    Object.entries(spellings).flatMap(([name, others]) => [name, ...others].map((each) => [each, name] as const)),
  )
  const read: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(given)) {
    const name = names.get(key)
    if (name === undefined) {
      const close = nearest(key, names.keys())
      const hint = close === undefined ? `It has: ${Object.keys(spellings).join(', ')}.` : `Did you mean '${close}'?`
      throw new UsageError(`${where} has no member '${key}'. ${hint}`)
    }
    if (value === undefined) continue
    if (name in read) throw new UsageError(`${where} has ${name} twice, under two names.`)
    read[name] = value
  }
  return read
}

/** A value for a message: `'orders'`, `5`, `an array`. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`
  if (Array.isArray(value)) return 'an array'
  if (ArrayBuffer.isView(value)) return 'bytes'
  if (isPromise(value)) return 'a promise'
  if (typeof value === 'bigint') return `${value}n`
  return typeof value === 'object' && value !== null ? 'an object' : typeof value === 'function' ? 'a function' : String(value)
}

/** A text that is not empty. */
export function requireText(where: string, name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw new UsageError(`${where} needs ${name} as a text that is not empty, not ${shown(value)}.`)
}

/** A whole number within limits. */
export function requireWhole(where: string, name: string, value: unknown, [least, most]: readonly [number, number]): number {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) return value as number
  throw new UsageError(`${where} needs ${name} as a whole number from ${least} to ${most}, not ${shown(value)}.`)
}

/** Text as it is, bytes as they are, any other value as JSON. */
export function requireBytes(where: string, name: string, value: unknown): Buffer {
  if (typeof value === 'string') return Buffer.from(value)
  if (ArrayBuffer.isView(value)) return Buffer.from(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
  return Buffer.from(requireJson(where, name, value))
}

/** A value as JSON. */
export function requireJson(where: string, name: string, value: unknown): string {
  let json: string | undefined
  try {
    json = JSON.stringify(value) as string | undefined
  } catch (error) {
    throw new UsageError(`${where} has ${name} that is no JSON: ${(error as Error).message}`)
  }
  if (json !== undefined) return json
  throw new UsageError(`${where} needs ${name} as text, bytes or a JSON value, not ${shown(value)}.`)
}
