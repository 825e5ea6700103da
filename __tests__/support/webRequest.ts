import type { Malformed, WebReply, WebRequest } from '../../src/runtime/function-urls/webMessages'

/** A request to a function URL, as a browser or curl sends it. */
export function webRequest(more: Partial<Omit<WebRequest, 'body'>> & { readonly body?: string | Uint8Array } = {}): WebRequest {
  return {
    method: 'GET',
    host: 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws',
    path: '/',
    query: '',
    headers: {},
    ...more,
    body: typeof more.body === 'string' ? Buffer.from(more.body) : (more.body ?? new Uint8Array()),
  }
}

/** A reply as a test compares it: the body as text, all pieces together. */
export async function seen(reply: WebReply | Malformed): Promise<object> {
  if (reply.kind === 'malformed') return reply
  const { status, headers, cookies } = reply
  return { status, headers, cookies, body: await textOf(reply) }
}

export async function textOf({ body }: WebReply): Promise<string> {
  if (ArrayBuffer.isView(body)) return Buffer.from(body).toString()
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}
