/** What became of an invocation that a service waits for. */
export type SourceOutcome =
  | { readonly kind: 'answered'; readonly payload: Uint8Array; readonly duration: number }
  /** The function failed, and with what. */
  | { readonly kind: 'failed'; readonly error: FunctionFailure; readonly reason: string; readonly duration: number }
  /** Lambda did not run it: no place to run, a loop, an event too large. */
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string }

/** Lambda's error object. */
export interface FunctionFailure {
  readonly errorType?: string
  readonly errorMessage?: string
}
