import type { UrlStream } from '../../runtime/function-urls/streamedReply'
import type { OpenResponse } from '../../runtime/streaming/openResponse'

/**
 * The stream of a function as its URL sends it. One that fails in the middle cannot be answered with 502 any more: what it has sent
 * stays, and the connection breaks.
 */
export function urlStream({ contentType, chunks, outcome, ended }: OpenResponse): UrlStream {
  // What the runtime tells Lambda of a result is JSON, and of a stream nothing, unless the function sets it.
  return { contentType: contentType ?? (ended ? 'application/json' : 'application/octet-stream'), pieces: whole(chunks, outcome) }
}

/** Whoever stops reading, even before the first piece, leaves the function to itself. */
function whole(chunks: AsyncIterable<Uint8Array>, outcome: OpenResponse['outcome']): AsyncIterable<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  const pieces: AsyncIterator<Uint8Array> = {
    async next() {
      const next = await iterator.next()
      if (next.done && (await outcome).functionError) throw brokenOff()
      return next
    },
    async return() {
      await iterator.return?.()
      return { done: true, value: undefined }
    },
  }
  return { [Symbol.asyncIterator]: () => pieces }
}

function brokenOff(): Error {
  const broken = { kind: 'broken', code: 'ECONNRESET' } as const
  return Object.assign(new Error('The function failed in the middle of its stream.'), broken)
}
