import type { Keys } from './difference'
import { bytesOf, kindOf } from './kindOf'
import { matcherOf } from './matcherOf'
import { elementsOf, entriesOf, hasPlainKeys } from './members'

/** What may be shown of a place: all, all but what is deeper inside, or nothing. */
export type Secrecy = 'open' | 'holds secrets' | 'secret'

/** How a value is written down. */
export interface Format {
  /** Most characters; the rest is an ellipsis. Default 160. */
  readonly limit?: number
  /** Which places must not be written. */
  readonly secrecy?: ((keys: Keys) => Secrecy) | undefined
  /** Where the value stands, for `secrecy`. */
  readonly at?: Keys
}

interface Writer {
  text: string
  readonly limit: number
  readonly secrecy: (keys: Keys) => Secrecy
  /** Objects that are being written: meeting one again is a cycle. */
  readonly open: Set<object>
}

/**
 * A value or pattern on one line, as JSON where it is JSON; matchers by their names, bytes by their number.
 *
 * @example formatValue({ id: 7, at: expect.any(String) }) // {"id":7,"at":Any<String>}
 */
export function formatValue(value: unknown, { limit = 160, secrecy = () => 'open', at = [] }: Format = {}): string {
  const writer: Writer = { text: '', limit, secrecy, open: new Set() }
  try {
    write(value, at, writer)
  } catch {
    return '[unreadable]'
  }
  return shortened(onOneLine(writer.text), limit)
}

/** A text without line breaks and without control characters, which a terminal would obey. */
export function onOneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
}

/** A text cut to `limit` characters. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, Math.max(0, limit - 1))
  // Not in the middle of a character of two code units.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

function write(value: unknown, at: Keys, writer: Writer): void {
  if (writer.text.length > writer.limit) return
  const secrecy = value === undefined ? 'open' : writer.secrecy(at)
  if (secrecy === 'secret') return put(writer, '***')
  const matcher = matcherOf(value)
  if (matcher && typeof value === 'function') return put(writer, `[${matcher.name}]`)
  if (matcher && 'sample' in matcher) {
    put(writer, `${matcher.name} `)
    return write(matcher.sample, at, writer)
  }
  // The name of such a matcher quotes the values it was made of.
  if (matcher) return put(writer, secrecy === 'open' ? matcher.name : 'a matcher')
  const kind = kindOf(value)
  switch (kind) {
    case 'string':
      // One more than the limit, so that what is left out shows.
      return put(writer, JSON.stringify((value as string).slice(0, writer.limit + 1)))
    case 'bigint':
      return put(writer, `${value as bigint}n`)
    case 'bytes':
      return put(writer, `<${count(bytesOf(value as object).length, 'byte')}>`)
    case 'date':
      return put(writer, dateText(value as Date))
    case 'boxed':
      return write((value as object).valueOf(), at, writer)
    case 'array':
    case 'set':
    case 'object':
    case 'map':
    case 'error':
      return writeNested(kind, value as object, at, writer)
    default:
      return put(writer, Object.is(value, -0) ? '0' : String(value))
  }
}

function writeNested(kind: 'array' | 'set' | 'object' | 'map' | 'error', value: object, at: Keys, writer: Writer): void {
  if (writer.open.has(value)) return put(writer, '[circular]')
  writer.open.add(value)
  const isList = kind === 'array' || kind === 'set' || (kind === 'map' && !hasPlainKeys(value))
  if (kind !== 'array' && kind !== 'object') put(writer, `${kind.charAt(0).toUpperCase()}${kind.slice(1)} `)
  put(writer, isList ? '[' : '{')
  let first = true
  const elements = kind === 'array' ? (value as unknown[]) : isList ? [...elementsOf(value)] : undefined
  for (const [key, member] of elements?.entries() ?? entriesOf(value)) {
    if (!first) put(writer, ',')
    first = false
    if (!isList) put(writer, `${JSON.stringify(String(key))}:`)
    write(member, [...at, key], writer)
    if (writer.text.length > writer.limit) break
  }
  put(writer, isList ? ']' : '}')
  writer.open.delete(value)
}

function put(writer: Writer, text: string): void {
  writer.text += text
}

function dateText(date: Date): string {
  const time = Date.prototype.getTime.call(date)
  return Number.isNaN(time) ? 'Invalid Date' : `Date ${new Date(time).toISOString()}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
