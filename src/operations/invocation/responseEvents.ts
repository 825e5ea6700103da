import type { InvokeWithResponseStreamCompleteEvent, InvokeWithResponseStreamResponseEvent } from '../../model/api'

/** How a streamed answer ends: what could not be told any more when it began. */
export type StreamEnding = InvokeWithResponseStreamCompleteEvent

/**
 * The events of a streamed answer: each chunk as it comes, then InvokeComplete.
 * https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html
 * @param ending asked for once the last chunk has been taken
 */
export async function* responseEvents(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ending: () => StreamEnding | Promise<StreamEnding>,
): AsyncGenerator<InvokeWithResponseStreamResponseEvent> {
  for await (const Payload of chunks) yield { PayloadChunk: { Payload } }
  yield { InvokeComplete: await ending() }
}

/** What InvokeComplete says of a function that failed: the error's type, and the whole error object. */
export function streamError(payload: Uint8Array): StreamEnding {
  const text = Buffer.from(payload).toString()
  const { errorType } = JSON.parse(text) as { readonly errorType?: string }
  return { ErrorCode: errorType, ErrorDetails: text }
}
