import { ServiceError } from '../../errors/serviceError'
import type { OperationName, TooManyRequestsException } from '../../model/api'
import type { Behaviour } from '../behaviour'

export interface Throttle {
  /** Why AWS throttles; the default follows from the operation. */
  readonly reason?: NonNullable<TooManyRequestsException['Reason']>
  /** Sent as Retry-After. AWS's recorded throttles carry none, so there is none unless asked for. */
  readonly retryAfterSeconds?: number
}

const invocations: ReadonlySet<OperationName> = new Set(['Invoke', 'InvokeAsync', 'InvokeWithResponseStream'])

/** Answers 429 TooManyRequestsException, worded as recorded. */
export function throttles({ reason, retryAfterSeconds }: Throttle): Behaviour {
  return {
    text: 'throttles()',
    before({ operation }) {
      const Reason =
        reason ?? (invocations.has(operation) ? 'ReservedFunctionConcurrentInvocationLimitExceeded' : 'CallerRateLimitExceeded')
      // Two spellings are on record: the caller's rate has a small e and no full stop.
      const message = Reason === 'CallerRateLimitExceeded' ? 'Rate exceeded' : 'Rate Exceeded.'
      const members = retryAfterSeconds === undefined ? { Reason } : { Reason, retryAfterSeconds: String(retryAfterSeconds) }
      return { error: new ServiceError('TooManyRequestsException', message, members) }
    },
  }
}
