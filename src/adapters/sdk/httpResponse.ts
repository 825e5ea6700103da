import { Readable } from 'node:stream'
import type { BrokenConnection, WireReply } from '../../wire/messages'
import type { PieceIterator } from '../../wire/pieces'
import { connectionLost } from './brokenConnection'
import type { Limit } from './patience'
import { onAbort } from './untilGivenUp'
import type { SdkAbortSignal, SdkHttpResponse } from './sdkShapes'

/** The answer as the SDK's deserialiser reads it. Copied, since the SDK turns what it gets into its own. */
export function httpResponse(
  { status, headers, body }: WireReply,
  signal: SdkAbortSignal | undefined,
  idle?: Limit,
): SdkHttpResponse {
  return {
    statusCode: status,
    headers: { ...headers },
    body: Symbol.asyncIterator in body ? bodyStream(body, signal, idle) : new Uint8Array(body),
  }
}

/** A body in pieces, as a socket delivers it: an abort breaks it off at once, and so does the double. */
function bodyStream(pieces: AsyncIterable<Uint8Array>, signal: SdkAbortSignal | undefined, idle: Limit | undefined): Readable {
  const iterator: PieceIterator = pieces[Symbol.asyncIterator]()
  const fail = (error: unknown) => void stream.destroy(isBroken(error) ? broken(error.code, idle) : (error as Error))
  const stream = new Readable({
    read() {
      try {
        let piece = iterator.ready?.()
        // Not both: after a push the stream asks again by itself, and would have two pieces on their way.
        if (piece === undefined) iterator.next().then(({ done, value }) => void stream.push(done ? null : value), fail)
        while (piece !== undefined && stream.push(piece)) piece = iterator.ready?.()
      } catch (error) {
        fail(error)
      }
    },
    destroy(error, callback) {
      // Not waited for: pieces that never come must not hold up the reader.
      iterator.return?.().catch(() => {})
      callback(error)
    },
  })
  if (signal) {
    stream.once(
      'close',
      onAbort(signal, () => stream.destroy(connectionLost())),
    )
  }
  return stream
}

/** In virtual time the double itself finds that the caller has no patience with an idle connection, and says so as ETIMEDOUT. */
function broken(code: string, idle: Limit | undefined): Error {
  return code === 'ETIMEDOUT' && idle ? idle.error() : connectionLost(code)
}

/** Pieces of a body that end, if the connection breaks, as Node's do. Not a generator: a reader that goes away has to be heard. */
export function unbrokenPieces(pieces: AsyncIterable<Uint8Array>): AsyncIterableIterator<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  const unbroken: AsyncIterableIterator<Uint8Array> = {
    [Symbol.asyncIterator]: () => unbroken,
    async next() {
      try {
        return await iterator.next()
      } catch (error) {
        throw isBroken(error) ? connectionLost(error.code) : error
      }
    },
    return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
  }
  return unbroken
}

function isBroken(error: unknown): error is BrokenConnection {
  return typeof error === 'object' && error !== null && (error as BrokenConnection).kind === 'broken'
}
