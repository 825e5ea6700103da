import type { Pieces } from '../../wire/pieces'
import type { InvocationOutcome } from '../invocation'
import type { ChunkSink } from './chunkSink'
import { createResponsePipe } from './responsePipe'

/** A response that has begun. */
export interface OpenResponse {
  /** As a streaming function has set it. */
  readonly contentType: string | undefined
  /** As they are written; to be read once. */
  readonly chunks: Pieces
  /** How the run has ended, after the last chunk. */
  readonly outcome: Promise<InvocationOutcome>
  /** The same, if the run ended without having begun to stream. */
  readonly ended: InvocationOutcome | undefined
}

/**
 * Starts a run and waits until its response begins: with the first chunk of a function that streams, with the end of any other,
 * whose result is one chunk. Rejects if the run is refused.
 */
export async function openResponse(run: (sink: ChunkSink) => Promise<InvocationOutcome>): Promise<OpenResponse> {
  const pipe = createResponsePipe()
  let contentType: string | undefined
  let isStreaming = false
  const sink: ChunkSink = {
    open(given) {
      contentType = given
      pipe.sink.open(given)
    },
    write(chunk, taken) {
      isStreaming = true
      pipe.sink.write(chunk, taken)
    },
  }
  const outcome = run(sink)
  const ended = outcome.then((end) => {
    if (!isStreaming && end.functionError === undefined && end.payload.byteLength > 0) pipe.sink.write(end.payload, () => {})
    pipe.close()
    return end
  })
  const early = await Promise.race([pipe.opened, ended])
  return { contentType, chunks: pipe.chunks, outcome, ended: early ?? undefined }
}
