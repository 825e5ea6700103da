import type { EventInvokeRecord } from '../../state/eventInvokeRecord'
import type { FunctionRecord } from '../../state/functionRecord'

const minute = 60_000

/** How long the queue keeps trying. */
export interface RetryPolicy {
  /** Attempts after the first one that failed. */
  readonly retries: number
  /** Milliseconds. */
  readonly maximumAge: number
}

/** The configuration that counts for an event: that of the version or alias which was invoked, of $LATEST if none was named. */
export function eventInvokeConfigOf(fn: FunctionRecord, qualifier: string | undefined): EventInvokeRecord | undefined {
  return fn.eventInvokeConfigs.get(qualifier ?? '$LATEST')
}

/**
 * What an event invoke config asks for, with AWS's defaults: 2 retries within 6 hours.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function retryPolicyOf(config: EventInvokeRecord | undefined): RetryPolicy {
  return { retries: config?.maximumRetryAttempts ?? 2, maximumAge: (config?.maximumEventAge ?? 6 * 60 * 60) * 1000 }
}

/** Milliseconds until the next attempt after a function error: a minute after the first run, two after the second. */
export function waitAfterError(runs: number): number {
  return runs <= 1 ? minute : 2 * minute
}

/** Milliseconds until the next attempt after a throttle or an error of Lambda's: 1 second, doubling up to 5 minutes. */
export function waitAfterRefusal(refusals: number): number {
  return Math.min(1000 * 2 ** (refusals - 1), 5 * minute)
}
