import { copyWithRoom } from '../../wire/frameRoom'
import type { Answer } from '../callHandler'
import { responseLimit, streamLimit } from '../failures'
import type { ChunkSink } from './chunkSink'
import type { Stay } from '../surroundings/surroundings'
import { newResponseStream, type ResponseStream } from './responseStream'

/** The body of a response while a handler writes it. */
export interface StreamedBody {
  readonly stream: ResponseStream
  /** All that has been written, or undefined if that is more than a plain Invoke can answer with. */
  bytes(): Uint8Array | undefined
  size(): number
}

/**
 * Opens the body of a response. Without a sink, for an Invoke, it is held back until it is whole. A body that grows too large ends
 * the run; what is written after the answer goes nowhere.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html
 */
export function openBody(answer: Answer, sink: ChunkSink | undefined, within: Stay['within']): StreamedBody {
  const limit = sink ? streamLimit : responseLimit
  let kept: Uint8Array[] = []
  let size = 0

  function write(chunk: Uint8Array, done: () => void): void {
    if (!answer.isOpen()) return done()
    size += chunk.byteLength
    if (size > limit) {
      answer.end({ kind: 'tooLarge', bytes: size, limit })
      return done()
    }
    // Who wrote the chunk may use its memory again, perhaps before the caller has read it. The frame is made around this copy.
    const copy = copyWithRoom(chunk)
    if (size <= responseLimit) kept.push(copy)
    else kept = []
    // The chunk is taken by somebody else, but the handler goes on as code of its environment.
    if (sink) sink.write(copy, () => within(done))
    else done()
  }

  return {
    stream: newResponseStream(write, (contentType) => sink?.open(contentType)),
    bytes: () => (size <= responseLimit ? Buffer.concat(kept) : undefined),
    size: () => size,
  }
}
