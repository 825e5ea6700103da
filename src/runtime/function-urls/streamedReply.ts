import { malformed, replyHead } from './replyHead'
import type { Malformed, WebReply } from './webMessages'

/** What a function sends in InvokeMode RESPONSE_STREAM. */
export interface UrlStream {
  /** As the runtime says it to Lambda: what setContentType was given, or application/json for a handler that does not stream. */
  readonly contentType: string
  readonly pieces: AsyncIterable<Uint8Array>
}

/** What HttpResponseStream.from sets: the stream begins with the head of the answer. */
export const integrationType = 'application/vnd.awslambda.http-integration-response'

/** Between the head, in JSON, and the body. */
const separator = Buffer.alloc(8)

/** A head that is longer is none. */
const longestHead = 65_536

/**
 * The HTTP answer that a stream stands for. With HttpResponseStream it begins with statusCode, headers and cookies; otherwise it
 * is the body, with status 200: nothing is read into a result in this mode, whatever it looks like.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html
 */
export async function streamedReply({ contentType, pieces }: UrlStream): Promise<WebReply | Malformed> {
  if (contentType !== integrationType) {
    return { kind: 'reply', status: 200, headers: { 'content-type': contentType }, cookies: [], body: pieces }
  }
  const iterator = pieces[Symbol.asyncIterator]()
  let begun = Buffer.alloc(0)
  let end = -1
  while (end < 0) {
    const { done, value } = await iterator.next()
    if (!done) begun = Buffer.concat([begun, value])
    end = begun.indexOf(separator)
    if (end < 0 && (done || begun.byteLength > longestHead)) {
      await iterator.return?.()
      return malformed(
        'The stream has no head: it has to begin with JSON and eight NUL bytes, as HttpResponseStream.from writes.',
      )
    }
  }
  const head = headOf(begun.subarray(0, end))
  if (head.kind === 'malformed') {
    await iterator.return?.()
    return head
  }
  return { ...head, kind: 'reply', body: rest(begun.subarray(end + separator.byteLength), iterator) }
}

function headOf(text: Buffer): ReturnType<typeof replyHead> {
  try {
    const head = JSON.parse(text.toString('utf8')) as unknown
    if (typeof head === 'object' && head !== null) return replyHead({ statusCode: 200, ...head })
  } catch {
    // Falls through: no JSON is as bad as JSON of another kind.
  }
  return malformed('The head of the stream is no JSON object.')
}

/** What is left of a stream. Whoever stops reading stops the stream, even before the first piece. */
function rest(first: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  let begun = first.byteLength === 0
  const left: AsyncIterator<Uint8Array> = {
    async next() {
      if (begun) return iterator.next()
      begun = true
      return { done: false, value: first }
    },
    async return() {
      await iterator.return?.()
      return { done: true, value: undefined }
    },
  }
  return { [Symbol.asyncIterator]: () => left }
}
