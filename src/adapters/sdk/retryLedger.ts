/** Links the attempts of a call: which failure belongs to which call, and what would have been slept before the next attempt. */
export interface RetryLedger {
  /** An attempt ended with this response or error. */
  failed(failure: unknown, invocationId: string | undefined): void
  /** The retry loop, given an error of the call, would have slept. */
  slept(error: unknown, milliseconds: number): void
  /** Milliseconds before the attempt that begins now; undefined for a first one. */
  takeDelay(invocationId: string | undefined): number | undefined
  /** This error is no answer of Lambda's: it goes to the caller and is never retried. */
  refuse(error: unknown): void
  isRefused(error: unknown): boolean
  /** This response or error is AWS's own: before its retry the client really sleeps. */
  passedOn(failure: unknown): void
  isPassedOn(error: unknown): boolean
}

// An aborted call never collects its delay; the oldest ones make room.
const capacity = 1_000

export function createRetryLedger(): RetryLedger {
  const calls = new WeakMap<object, string>()
  const delays = new Map<string, number>()
  const refused = new WeakSet<object>()
  const passed = new WeakSet<object>()

  return {
    failed(failure, invocationId) {
      if (invocationId !== undefined && isWeakKey(failure)) calls.set(failure, invocationId)
    },
    slept(error, milliseconds) {
      if (!isWeakKey(error)) return
      const { $response } = error as { readonly $response?: unknown }
      const invocationId = (isWeakKey($response) ? calls.get($response) : undefined) ?? calls.get(error)
      if (invocationId === undefined) return
      if (delays.size >= capacity) delays.delete(delays.keys().next().value!)
      delays.set(invocationId, (delays.get(invocationId) ?? 0) + milliseconds)
    },
    takeDelay(invocationId) {
      if (delays.size === 0 || invocationId === undefined) return undefined
      const delay = delays.get(invocationId)
      delays.delete(invocationId)
      return delay
    },
    refuse(error) {
      if (isWeakKey(error)) refused.add(error)
    },
    isRefused: (error) => isWeakKey(error) && refused.has(error),
    passedOn(failure) {
      if (isWeakKey(failure)) passed.add(failure)
    },
    isPassedOn(error) {
      if (!isWeakKey(error)) return false
      const { $response } = error as { readonly $response?: unknown }
      return passed.has(error) || (isWeakKey($response) && passed.has($response))
    },
  }
}

/** What a caller throws or rejects with may be anything; only an object can be remembered without keeping it. */
function isWeakKey(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
