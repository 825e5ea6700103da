import type { IncomingMessage } from 'node:http'

/**
 * Reads a request's body, and stops as soon as it is larger than the limit: nothing above it is ever held in memory.
 * @returns undefined if the body is too large; rejects if the connection breaks
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(undefined)
  // Not `for await`, which takes longer than all the rest of a request; and `once` costs as much as its listener.
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let size = 0
    request
      .on('data', (chunk: Uint8Array) => {
        size += chunk.byteLength
        if (size <= limit) return void chunks.push(chunk)
        resolve(undefined)
        request.destroy()
      })
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('close', () => {
        // Told of every request in the end. Nobody listens for errors: a broken connection is all there could be.
        if (!request.readableEnded) reject(new Error('The caller closed the connection.'))
      })
  })
}
