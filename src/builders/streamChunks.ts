import { UsageError } from '../errors/usageError'
import { requireJson } from '../usage/readMembers'

/** A chunk of a canned stream: text, bytes, or any other value, which is sent as JSON. */
export type StreamChunk = string | Uint8Array | object | number | boolean | null

/** The chunks as they are sent, copied: what becomes of the originals does not show. */
export function streamChunks(chunks: Iterable<StreamChunk>, where: string): readonly (string | Uint8Array)[] {
  if (typeof chunks !== 'object' || chunks === null || !(Symbol.iterator in chunks) || ArrayBuffer.isView(chunks)) {
    throw new UsageError(`${where}.streams(chunks) needs a list of chunks, such as ['first ', 'last'], not ${kindOf(chunks)}.`)
  }
  return [...chunks].map((chunk) => {
    if (typeof chunk === 'string') return chunk
    if (ArrayBuffer.isView(chunk)) return Uint8Array.from(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    return requireJson(`${where}.streams(chunks)`, 'a chunk', chunk)
  })
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  return ArrayBuffer.isView(value) ? 'bytes' : `of type ${typeof value}`
}
