/**
 * Why a mapping gave up records of a stream or topic.
 * https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
 */
export type StreamCondition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded'
