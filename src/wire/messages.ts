/** A request to the Lambda API as it stood on the wire, whoever sent it: the SDK, nock or a socket. */
export interface WireRequest {
  readonly method: string
  /** The raw path, still percent-encoded, without the query string. */
  readonly path: string
  /** The raw query string without its question mark; empty if there is none. */
  readonly query: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** The region the request was sent to, if the door knows it. */
  readonly region?: string | undefined
  /** The account the caller belongs to, if the door knows it. */
  readonly accountId?: string | undefined
  /** Base URL under which the double was reached, if links in its answers have to lead back there. */
  readonly endpoint?: string | undefined
  /** Milliseconds that the client's retry loop would have slept before this attempt. */
  readonly retryDelay?: number | undefined
  /** Milliseconds without an answer after which the caller gives up. */
  readonly timeout?: number | undefined
  /** Milliseconds without a byte after which the caller closes the connection, in the middle of a body too. */
  readonly idleTimeout?: number | undefined
  /** The caller's own clock when it sent this, in epoch milliseconds, if the door knows it. */
  readonly sentAt?: number | undefined
  /** Milliseconds by which the caller corrects that clock when it signs. Signed requests say it themselves, in `x-amz-date`. */
  readonly clockOffset?: number | undefined
  /** Fires when the caller gave up (abort, time-out, closed connection). */
  readonly signal?: AbortSignal | undefined
}

/**
 * An HTTP answer. A body in pieces is an event stream, one that comes slowly, or one that breaks off: then its iteration throws a
 * BrokenConnection (an error that is one), and the connection ends with that code behind the pieces that were given. A door has to
 * show its caller the status and these pieces first. `content-length` is among the headers only where it is more than what comes.
 */
export interface WireReply {
  readonly kind: 'reply'
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | AsyncIterable<Uint8Array>
}

/** No answer: the connection failed with a code of Node's, such as ECONNRESET. */
export interface BrokenConnection {
  readonly kind: 'broken'
  readonly code: string
}

/** What comes back for a request. */
export type WireOutcome = WireReply | BrokenConnection

/** The one way into the double: every door calls this. It rejects only with what the test's author did wrong. */
export type Exchange = (request: WireRequest) => Promise<WireOutcome>
