import { ServiceError } from '../../errors/serviceError'
import { nearest } from '../../errors/nearest'
import { UsageError } from '../../errors/usageError'
import { formatValue } from '../../matching/formatValue'
import type { OperationName, TooManyRequestsException } from '../../model/api'
import { shapes } from '../../model/shapes'
import { requireOptions } from '../../usage/requireOptions'
import type { Behaviour } from '../behaviour'

/** Why AWS throttles a call. */
export type ThrottleReason = NonNullable<TooManyRequestsException['Reason']>

/** What a throttled call is told. */
export interface Throttle {
  /** Why AWS throttles; the default follows from the operation. */
  readonly reason?: ThrottleReason
  /** Sent as Retry-After. AWS's recorded throttles carry none, so there is none unless asked for. */
  readonly retryAfterSeconds?: number
}

const invocations: ReadonlySet<OperationName> = new Set(['Invoke', 'InvokeAsync', 'InvokeWithResponseStream'])

/** Answers 429 TooManyRequestsException, worded as recorded. */
export function throttles(throttle: Throttle): Behaviour {
  requireOptions(throttle, ['reason', 'retryAfterSeconds'], 'throttles')
  const { reason, retryAfterSeconds } = throttle
  if (reason !== undefined) requireReason(reason)
  if (retryAfterSeconds !== undefined && !(Number.isFinite(retryAfterSeconds) && retryAfterSeconds >= 0))
    throw new UsageError(
      `throttles({ retryAfterSeconds: ${formatValue(retryAfterSeconds)} }) needs a number of seconds, 0 or more.`,
    )
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

function requireReason(reason: unknown): void {
  const shape = shapes.ThrottleReason
  const known = shape?.type === 'string' ? (shape.enum ?? []) : []
  if (known.includes(reason as string)) return
  const close = typeof reason === 'string' ? nearest(reason, known) : undefined
  throw new UsageError(
    `throttles({ reason: ${formatValue(reason, { limit: 60 })} }) is no reason of Lambda's.${close ? ` Did you mean '${close}'?` : ` There are ${known.join(', ')}.`}`,
  )
}
