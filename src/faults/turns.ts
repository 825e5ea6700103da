import { partsOf } from '../matching/functionName'
import { attemptOf } from '../wire/attemptOf'

/** Which call of its kind this is, by which attempt: all that chance may depend on. */
export interface Turn {
  /** Calls are counted for each operation and function. */
  readonly kind: string
  /** From 0, in the order of the first attempts. */
  readonly call: number
  readonly attempt: number
}

/** What tells calls apart. */
interface CountedCall {
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

// Calls that are under way together; the oldest make room. One that comes back after that counts as a new call.
const capacity = 10_000

/**
 * Counts the calls of each function, a call with all its attempts once: whether other calls, or the retries of others, come in between
 * is a matter of timing, and must not decide anything.
 */
export function createTurns(): (call: CountedCall) => Turn {
  const counts = new Map<string, number>()
  const underWay = new Map<string, number>()

  return ({ operation, input, headers }) => {
    const named = typeof input.FunctionName === 'string' ? input.FunctionName : ''
    const kind = `${operation} ${partsOf(named)?.name ?? named}`
    const invocationId = headers['amz-sdk-invocation-id']
    const attempt = attemptOf(headers)
    const known = attempt > 1 && invocationId !== undefined ? underWay.get(invocationId) : undefined
    if (known !== undefined) return { kind, call: known, attempt }
    const call = counts.get(kind) ?? 0
    counts.set(kind, call + 1)
    if (invocationId !== undefined) {
      if (underWay.size >= capacity) underWay.delete(underWay.keys().next().value!)
      underWay.set(invocationId, call)
    }
    return { kind, call, attempt }
  }
}
