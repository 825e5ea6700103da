import { hasToken, newTokenBucket, type TokenBucket } from './tokenBucket'

/** The rates that one function has used up. */
export interface RateUsage {
  /** New environments. */
  scaling?: TokenBucket
  /** Synchronous requests on demand. */
  requests?: TokenBucket
  /** Synchronous requests by version or alias with provisioned concurrency. */
  readonly provisioned: Map<string, TokenBucket>
}

/** 1,000 environments every 10 seconds for each function, refilled all the time, and no more than that at once. */
const scaling = { capacity: 1000, perSecond: 100 }

/** Requests that each environment answers in a second. */
const requestsPerEnvironment = 10

/**
 * Whether a function may start one more environment now; `take` it once the run is admitted.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html#scaling-rate
 */
export function scalingToken(usage: RateUsage, now: number): TokenBucket | undefined {
  const bucket = (usage.scaling ??= newTokenBucket(scaling.capacity, now))
  return hasToken(bucket, scaling.capacity, scaling.perSecond, now) ? bucket : undefined
}

/**
 * Whether a function may answer one more synchronous request in this second, with so much concurrency on demand.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export function requestToken(usage: RateUsage, concurrency: number, now: number): TokenBucket | undefined {
  const rate = concurrency * requestsPerEnvironment
  const bucket = (usage.requests ??= newTokenBucket(rate, now))
  return hasToken(bucket, rate, rate, now) ? bucket : undefined
}

/** The same for the provisioned environments of a version or alias. */
export function provisionedToken(usage: RateUsage, qualifier: string, concurrency: number, now: number): TokenBucket | undefined {
  const rate = concurrency * requestsPerEnvironment
  let bucket = usage.provisioned.get(qualifier)
  if (bucket === undefined) usage.provisioned.set(qualifier, (bucket = newTokenBucket(rate, now)))
  return hasToken(bucket, rate, rate, now) ? bucket : undefined
}
