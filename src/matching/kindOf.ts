/** What a value is, so far as comparing goes. */
export type Kind =
  | 'undefined'
  | 'null'
  | 'string'
  | 'number'
  | 'bigint'
  | 'boolean'
  | 'symbol'
  | 'function'
  | 'array'
  | 'bytes'
  | 'date'
  | 'regexp'
  | 'map'
  | 'set'
  | 'error'
  | 'boxed'
  | 'object'

const byTag: Readonly<Record<string, Kind>> = {
  '[object Date]': 'date',
  '[object RegExp]': 'regexp',
  '[object Map]': 'map',
  '[object Set]': 'set',
  '[object Error]': 'error',
  '[object ArrayBuffer]': 'bytes',
  '[object SharedArrayBuffer]': 'bytes',
  '[object String]': 'boxed',
  '[object Number]': 'boxed',
  '[object Boolean]': 'boxed',
}

/** Tells kinds apart without `instanceof`: under Jest the values of a test and of the SDK come from different realms. */
export function kindOf(value: unknown): Kind {
  if (value === null) return 'null'
  if (typeof value !== 'object') return typeof value
  if (Array.isArray(value)) return 'array'
  if (ArrayBuffer.isView(value)) return 'bytes'
  return byTag[Object.prototype.toString.call(value)] ?? 'object'
}

/** The bytes behind any typed array, Buffer or ArrayBuffer. */
export function bytesOf(value: object): Uint8Array {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  return new Uint8Array(value as ArrayBuffer)
}
