import type { HandlerCall } from '../callHandler'
import { newRuntimeError } from '../runtimeError'
import type { Stay } from '../surroundings/surroundings'
import { isThenable } from '../thenable'
import type { StreamedBody } from './streamedBody'

/**
 * Calls a handler that streams. Its answer is the body that it has written when its promise settles; what it returns is ignored.
 * Chunks that were written before it failed have gone out.
 * https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
 */
export function callStreaming(event: unknown, call: HandlerCall, stay: Stay, body: StreamedBody): void {
  const { handler, context, answer } = call
  const { stream } = body
  const { within, finished } = stay
  /** Waits until all that was written has been taken. */
  const flushed = (then: () => void) => {
    if (stream.writableFinished || stream.destroyed) then()
    else stream.once('finish', then).once('close', then)
  }
  const fail = (error: unknown) => {
    const end = () => {
      answer.fail(error)
      finished()
    }
    if (stream.writableLength === 0) return end()
    flushed(end)
    if (!stream.writableEnded) stream.end()
  }
  const succeed = (result: unknown) => {
    // eslint-disable-next-line no-console -- as Lambda's runtime does: it goes to the function's own log
    if (result !== undefined) within(() => console.warn('Streaming handlers ignore return values.'))
    if (stream.errored) return fail(stream.errored)
    if (!stream.writableEnded) return fail(notFinished())
    flushed(() => {
      if (stream.errored) answer.fail(stream.errored)
      else if (answer.isOpen()) answer.end({ kind: 'streamed', bytes: body.bytes(), size: body.size() })
      finished()
    })
  }
  try {
    const result = within(() => handler(event, stream, context))
    if (isThenable(result)) Promise.resolve(result).then(succeed, fail)
    else fail(newRuntimeError('Runtime.MalformedStreamingHandler', 'Streaming does not support non-async handlers.', 'node22'))
  } catch (error) {
    fail(error)
  }
}

function notFinished(): Error {
  return newRuntimeError('Runtime.InvalidStreamingOperation', 'Response stream is not finished.', 'node22')
}
