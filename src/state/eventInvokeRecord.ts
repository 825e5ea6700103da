/** What becomes of the events of asynchronous invocations; what is not set has AWS's default of 2 retries within 6 hours. */
export interface EventInvokeRecord {
  /** A version, an alias or $LATEST. */
  readonly qualifier: string
  readonly maximumRetryAttempts?: number | undefined
  /** Seconds. */
  readonly maximumEventAge?: number | undefined
  /** ARN of a queue, a topic, an event bus or another function. */
  readonly onSuccess?: string | undefined
  /** As onSuccess, or a bucket. */
  readonly onFailure?: string | undefined
  /** Epoch milliseconds. */
  readonly lastModified: number
}
