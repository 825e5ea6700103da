import { UsageError } from '../../errors/usageError'
import type { Handler } from '../../state/functionRecord'
import { markStreaming } from '../../state/handlerMark'
import type { Context } from '../context'
import type { ResponseStream } from './responseStream'

/** A handler that writes its response to a stream instead of returning it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the event's type is the user's own
export type StreamingHandler = (event: any, responseStream: ResponseStream, context: Context) => unknown

/**
 * Marks a handler as one that streams, as `awslambda.streamifyResponse` does on Lambda. It has to be async and to end the stream.
 *
 * @example
 * lambda.function('report', streamify(async (event, responseStream) => {
 *   responseStream.write('first ')
 *   responseStream.end('last')
 * }))
 */
export function streamify<Streaming extends StreamingHandler>(handler: Streaming): Streaming {
  if (typeof handler !== 'function')
    throw new UsageError(`streamify(handler) needs a function: streamify(async (event, responseStream) => { ... }).`)
  // The mark is a property; a function that takes none is called by one that does.
  const own = handler as Handler
  return markStreaming(Object.isExtensible(own) ? own : (...input: unknown[]) => own(...input)) as Streaming
}
