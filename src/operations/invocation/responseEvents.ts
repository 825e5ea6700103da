import type { InvokeWithResponseStreamCompleteEvent, InvokeWithResponseStreamResponseEvent } from '../../model/api'
import type { PieceIterator, Pieces } from '../../wire/pieces'

/** How a streamed answer ends: what could not be told any more when it began. */
export type StreamEnding = InvokeWithResponseStreamCompleteEvent

/**
 * The events of a streamed answer: each chunk as it comes, then InvokeComplete.
 * https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html
 * @param ending asked for once the last chunk has been taken
 */
export function responseEvents(
  chunks: Pieces,
  ending: () => Promise<StreamEnding>,
): Pieces<InvokeWithResponseStreamResponseEvent> {
  // Not an async generator: that has three times as many promises for each chunk.
  const source = chunks[Symbol.asyncIterator]()
  let isComplete = false
  const over = { done: true, value: undefined } as const
  const iterator: PieceIterator<InvokeWithResponseStreamResponseEvent> = {
    ready() {
      const chunk = source.ready?.()
      return chunk && chunkEvent(chunk)
    },
    async next() {
      const chunk = await source.next()
      if (chunk.done !== true) return { done: false, value: chunkEvent(chunk.value) }
      if (isComplete) return over
      isComplete = true
      return { done: false, value: { InvokeComplete: await ending() } }
    },
    async return() {
      await source.return?.()
      return over
    },
  }
  return { [Symbol.asyncIterator]: () => iterator }
}

function chunkEvent(Payload: Uint8Array): InvokeWithResponseStreamResponseEvent {
  return { PayloadChunk: { Payload } }
}

/** What InvokeComplete says of a function that failed: the error's type, and the whole error object. */
export function streamError(payload: Uint8Array): StreamEnding {
  const text = Buffer.from(payload).toString()
  const { errorType } = JSON.parse(text) as { readonly errorType?: string }
  return { ErrorCode: errorType, ErrorDetails: text }
}
