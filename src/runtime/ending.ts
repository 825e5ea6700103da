/** A run that failed. The environment survives what the handler threw, and nothing else but a result that is too large. */
export type Failure =
  | { readonly kind: 'threw'; readonly error: unknown; readonly hint?: string }
  | { readonly kind: 'noStart'; readonly error: Error }
  | { readonly kind: 'timedOut'; readonly waitedFor?: 'handler' | 'callback' }
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'outOfMemory' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }

/** How a run ended: with a JSON text, with the bytes of a stream, or with a failure. */
export type Ending =
  | { readonly kind: 'returned'; readonly json: string; readonly hint?: string }
  | { readonly kind: 'streamed'; readonly bytes: Uint8Array }
  | Failure

export function isFailure(ending: Ending): ending is Failure {
  return ending.kind !== 'returned' && ending.kind !== 'streamed'
}
