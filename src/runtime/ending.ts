/** A run that failed. The environment survives what the handler threw, and nothing else but a result that is too large. */
export type Failure =
  | { readonly kind: 'threw'; readonly error: unknown; readonly hint?: string }
  | { readonly kind: 'noStart'; readonly error: unknown }
  | { readonly kind: 'timedOut'; readonly waitedFor?: 'handler' | 'callback' }
  /** With what nobody caught, if that was the reason: the newer runtime leaves it to Node.js, which prints it and exits with 1. */
  | { readonly kind: 'exited'; readonly code: number; readonly uncaught?: unknown }
  /** The older runtime reports what nobody caught by itself, and then exits. */
  | { readonly kind: 'crashed'; readonly error: unknown; readonly title: string; readonly code: number }
  | { readonly kind: 'outOfMemory' }
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }

/** How a run ended: with a JSON text, with the bytes of a stream, or with a failure. */
export type Ending =
  | { readonly kind: 'returned'; readonly json: string; readonly hint?: string }
  /** The bytes are kept only of a stream that an Invoke could answer with. */
  | { readonly kind: 'streamed'; readonly bytes: Uint8Array | undefined; readonly size: number }
  | Failure

export function isFailure(ending: Ending): ending is Failure {
  return ending.kind !== 'returned' && ending.kind !== 'streamed'
}
