import type { Keys } from '../matching/difference'
import { shortened, type Secrecy } from '../matching/formatValue'

/** Longer texts are cut: whoever looks on wants to see what it is, not all of it. */
const longestText = 16_384
/** A payload may be nested as deeply as its bytes allow, and what shows it (JSON.stringify, a page) climbs down on the stack. */
const deepest = 200

/** A value as plain data that may be shown: '***' in the place of a secret, the number of bytes in that of bytes. */
export function redacted(value: unknown, secrecy: (keys: Keys) => Secrecy, at: Keys = []): unknown {
  if (value === undefined || value === null) return value
  if (secrecy(at) === 'secret') return '***'
  if (typeof value === 'string') return shortened(value, longestText)
  if (typeof value !== 'object') return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
  if (ArrayBuffer.isView(value)) return `(${value.byteLength} bytes)`
  if (at.length >= deepest) return '(nested more deeply)'
  if (Array.isArray(value)) return value.map((item, index) => redacted(item, secrecy, [...at, index]))
  if (Symbol.asyncIterator in value) return '(a stream)'
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return JSON.parse(JSON.stringify(value)) as unknown
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, redacted(member, secrecy, [...at, key])]))
}
