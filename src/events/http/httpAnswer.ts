/** What the client of an API or a load balancer gets. */
export interface HttpAnswer<Body = unknown> {
  readonly statusCode: number
  /** Names in lower case, the values of a name joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  /** One Set-Cookie header each. */
  readonly cookies: readonly string[]
  /** Read as the content type says: JSON as its value, text as text, anything else as bytes; undefined if there is none. */
  readonly body: Body
  /** Why the answer is the service's own and not the function's; the client does not get to know. */
  readonly reason: string | undefined
}

/** An answer of the service itself. */
export function ownAnswer(statusCode: number, body: unknown, type: string, reason: string): HttpAnswer {
  return { statusCode, headers: { 'content-type': type }, cookies: [], body, reason }
}

/** A body as the test wants to look at it. A body that is not what its type says is text. */
export function readableBody(bytes: Uint8Array, contentType: string | undefined): unknown {
  if (bytes.byteLength === 0) return undefined
  const type = (contentType ?? '').split(';')[0]!.trim().toLowerCase()
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (/^application\/([^/]+\+)?json$/.test(type)) {
    try {
      return JSON.parse(buffer.toString()) as unknown
    } catch {
      return buffer.toString()
    }
  }
  const isText = type === '' || /^text\/|^application\/(xml|javascript|x-www-form-urlencoded|[^/]+\+xml)$/.test(type)
  return isText ? buffer.toString() : new Uint8Array(buffer)
}
