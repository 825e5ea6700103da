import { malformed, replyHead } from './replyHead'
import type { Malformed, WebReply } from './webMessages'

/**
 * The HTTP answer that the result of a function stands for, in InvokeMode BUFFERED. An object with a statusCode describes the
 * answer; a text is sent as it is (recorded), and anything else as its JSON, both with status 200.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-response-payload
 */
export function bufferedReply(payload: Uint8Array): WebReply | Malformed {
  const result = parse(payload)
  const plain = (body: Uint8Array): WebReply => {
    return { kind: 'reply', status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body }
  }
  if (typeof result === 'string') return plain(Buffer.from(result))
  if (!describesAnswer(result)) return plain(payload)
  const head = replyHead(result)
  if (head.kind === 'malformed') return head
  const body = bodyOf(result)
  return 'what' in body ? body : { ...head, kind: 'reply', body: body.bytes }
}

/** The payload of a function that streams need not be JSON. */
function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

function describesAnswer(result: unknown): result is Readonly<Record<string, unknown>> {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return false
  const { statusCode } = result as { readonly statusCode?: unknown }
  return statusCode !== undefined && statusCode !== null
}

function bodyOf({ body = '', isBase64Encoded = false }: Readonly<Record<string, unknown>>): { bytes: Uint8Array } | Malformed {
  if (body === null) return { bytes: new Uint8Array() }
  if (typeof body !== 'string') {
    return malformed(
      `body has to be a text, not ${Array.isArray(body) ? 'a list' : `of type ${typeof body}`}: JSON.stringify it.`,
    )
  }
  if (isBase64Encoded !== true) return { bytes: Buffer.from(body) }
  const isBase64 = /^[A-Za-z0-9+/_-]*={0,2}\s*$/.test(body)
  return isBase64 ? { bytes: Buffer.from(body, 'base64') } : malformed('isBase64Encoded is true, but body is no base64.')
}
