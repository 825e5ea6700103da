import type { WebRequest } from './webMessages'

/** The body of a request as the event carries it. */
export interface EventBody {
  /** Absent for a request without a body. */
  readonly body?: string
  readonly isBase64Encoded: boolean
}

/** Content types whose bodies are text; a form is none of them, though it is one on the wire. */
const text = /^(?:text\/.+|application\/(?:json|xml|javascript|ecmascript|[^/]+\+(?:json|xml)))$/

/**
 * A body goes into the event as text if its content type says that it is text, and in base64 otherwise: a form, an image, anything
 * compressed, anything without a type.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads
 */
export function eventBody({ headers, body }: Pick<WebRequest, 'headers' | 'body'>): EventBody {
  if (body.byteLength === 0) return { isBase64Encoded: false }
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const type = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  const coding = headers['content-encoding'] ?? 'identity'
  const isText = text.test(type) && coding.toLowerCase() === 'identity'
  return { body: bytes.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText }
}
