/** A rate as a bucket: it holds so many tokens at most, and is filled evenly. What does not fit in is lost. */
export interface TokenBucket {
  tokens: number
  /** When it was filled last, in epoch milliseconds. */
  at: number
}

/** A full bucket. */
export function newTokenBucket(capacity: number, now: number): TokenBucket {
  return { tokens: capacity, at: now }
}

/** Fills up what has run in since the last look; true if there is a token to take. */
export function hasToken(bucket: TokenBucket, capacity: number, perSecond: number, now: number): boolean {
  bucket.tokens = Math.min(capacity, bucket.tokens + (Math.max(0, now - bucket.at) * perSecond) / 1000)
  bucket.at = now
  // A tenth of a second at ten a second is one token, whatever the fractions add up to.
  return bucket.tokens >= 1 - 1e-9
}
