import { Writable } from 'node:stream'
import { isUint8Array } from 'node:util/types'
import { newRuntimeError } from '../runtimeError'

/**
 * What a streaming handler writes its response to: a Writable that also takes chunks which are neither text nor bytes, as JSON.
 * https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
 */
export interface ResponseStream extends Writable {
  /** Sets the Content-Type of the response. Throws once something has been written. */
  setContentType(contentType: string): void
}

/** What `HttpResponseStream.from` tells a function URL besides the body. */
export interface HttpResponseMetadata {
  readonly statusCode?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
}

/** Set by `HttpResponseStream.from`, to be written before everything else. */
const preludeKey = Symbol.for('lambdouble.prelude')

interface Preluded {
  [preludeKey]?: string
}

const delimiter = '\0'.repeat(8)

/**
 * Turns a response stream into that of an HTTP response: the metadata as JSON, eight NUL bytes, then the body.
 * https://docs.aws.amazon.com/lambda/latest/dg/response-streaming-tutorial.html
 * @example
 * lambda.function('page', streamify(async (event, responseStream) => {
 *   const body = HttpResponseStream.from(responseStream, { statusCode: 201, headers: { 'content-type': 'text/html' } })
 *   body.end('<p>Hello</p>')
 * }))
 */
export const HttpResponseStream = {
  from<Stream extends Writable>(stream: Stream, metadata: HttpResponseMetadata): Stream {
    const prelude = `${JSON.stringify(metadata)}${delimiter}`
    const { setContentType } = stream as Writable & { readonly setContentType?: ResponseStream['setContentType'] }
    setContentType?.call(stream, 'application/vnd.awslambda.http-integration-response')
    // Of any other stream, such as a PassThrough in a test of the handler alone, nothing is known but that it can be written to.
    if (setContentType && preludeKey in stream) (stream as Preluded)[preludeKey] = prelude
    else stream.write(prelude)
    return stream
  },
}

/**
 * Makes a response stream.
 * @param write takes a chunk, and says when it has gone out: until then the stream fills up, and `write` returns false
 * @param open told once, before the first chunk or at the end
 */
export function newResponseStream(
  write: (chunk: Uint8Array, done: () => void) => void,
  open: (contentType: string | undefined) => void,
): ResponseStream {
  let contentType: string | undefined
  let isOpen = false
  const stream = new Writable({ write: (chunk: Uint8Array, _encoding, done) => write(chunk, () => done()) })
  const plain = { write: stream.write, end: stream.end }

  function begin(): void {
    if (isOpen) return
    isOpen = true
    open(contentType)
    const { [preludeKey]: prelude } = stream as Preluded
    if (prelude !== undefined) plain.write.call(stream, prelude, 'utf8')
  }

  // What fails is told by the promise of the handler; a stream without a listener would end the process.
  stream.on('error', () => {})
  return Object.assign(stream, {
    [preludeKey]: undefined,
    setContentType(type: string) {
      if (isOpen) throw newRuntimeError('Runtime.InvalidStreamingOperation', 'Cannot set content-type, too late.', 'node22')
      contentType = type
    },
    write(chunk: unknown, ...rest: unknown[]) {
      begin()
      return Reflect.apply(plain.write, stream, [asChunk(chunk), ...rest]) as boolean
    },
    end(...input: unknown[]) {
      begin()
      const [chunk, ...rest] = input
      const hasChunk = chunk !== undefined && chunk !== null && typeof chunk !== 'function'
      return Reflect.apply(plain.end, stream, hasChunk ? [asChunk(chunk), ...rest] : input) as typeof stream
    },
  })
}

/** Text and bytes as they are, anything else as JSON. */
function asChunk(chunk: unknown): unknown {
  return typeof chunk === 'string' || isUint8Array(chunk) ? chunk : JSON.stringify(chunk)
}
