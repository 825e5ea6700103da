import zlib from 'node:zlib'
import { lazily } from './lazily'

/** Node.js has it from 20.15 on. */
const native = (zlib as { readonly crc32?: (bytes: Uint8Array) => number }).crc32

const table = lazily((_polynomial: 0xedb88320) => {
  const entries = new Int32Array(256)
  for (let index = 0; index < 256; index++) {
    let entry = index
    for (let bit = 0; bit < 8; bit++) entry = entry & 1 ? (entry >>> 1) ^ _polynomial : entry >>> 1
    entries[index] = entry
  }
  return entries
})

/** The checksum of IEEE 802.3, which guards the frames of an event stream. */
export function crc32(bytes: Uint8Array): number {
  // A checksum of a few bytes is had sooner here than over there.
  return native === undefined || bytes.length < 64 ? crc32ByTable(bytes) : native(bytes)
}

/** The same without Node.js's help. */
export function crc32ByTable(bytes: Uint8Array): number {
  const entries = table(0xedb88320)
  let sum = -1
  for (let index = 0; index < bytes.length; index++) sum = (sum >>> 8) ^ entries[(sum ^ bytes[index]!) & 0xff]!
  return ~sum >>> 0
}
