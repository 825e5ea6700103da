import type { IncomingMessage } from 'node:http'

/**
 * Reads a request's body, and stops as soon as it is larger than the limit: nothing above it is ever held in memory.
 * @returns undefined if the body is too large; rejects if the connection breaks
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
