/** An HTTP request to anything but the Lambda API: to a function URL, or by a link to code. */
export interface WebRequest {
  readonly method: string
  /** As the caller named it: a function URL's host, a bucket's, or any host if the path says what is wanted. */
  readonly host: string
  /** The raw path, still percent-encoded, without the query string. */
  readonly path: string
  /** The raw query string without its question mark; empty if there is none. */
  readonly query: string
  /** Names in lower case, those that came more than once joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** The caller's address, if the door knows it. */
  readonly sourceIp?: string | undefined
  /** Base URL under which the double was reached, if it is not the address that AWS would give. */
  readonly endpoint?: string | undefined
  /** Fires when the caller gave up. */
  readonly signal?: AbortSignal | undefined
}

/** The HTTP answer of a function URL, or an archive that a link leads to. */
export interface WebReply {
  readonly kind: 'reply'
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** One Set-Cookie header each. */
  readonly cookies: readonly string[]
  /** A body in pieces is a stream of the function's, which may break off. */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>
}

/** What keeps a function's result from being an HTTP answer, in words for whoever wrote the function. */
export interface Malformed {
  readonly kind: 'malformed'
  readonly what: string
}
