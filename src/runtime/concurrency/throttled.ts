import { ServiceError } from '../../errors/serviceError'
import type { TooManyRequestsException } from '../../model/api'

/** What an invocation has run into. */
export type ThrottleReason = Extract<
  NonNullable<TooManyRequestsException['Reason']>,
  | 'ReservedFunctionConcurrentInvocationLimitExceeded'
  | 'ConcurrentInvocationLimitExceeded'
  | 'ReservedFunctionInvocationRateLimitExceeded'
  | 'FunctionInvocationRateLimitExceeded'
>

/**
 * The answer to an invocation that has no place to run: 429 TooManyRequestsException. The text is recorded for a function over its
 * reserved concurrency and taken to be the same for the other limits; none has a Retry-After.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export function throttled(reason: ThrottleReason): ServiceError {
  return new ServiceError('TooManyRequestsException', throttleMessage, { Reason: reason })
}

export const throttleMessage = 'Rate Exceeded.'
