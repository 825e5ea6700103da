import type { Duration } from '../../clock/duration'
import { ServiceError } from '../../errors/serviceError'
import { UsageError } from '../../errors/usageError'
import { formatValue } from '../../matching/formatValue'
import type { Answer, Behaviour, FaultedCall } from '../behaviour'
import { requireDuration } from '../requireAmount'

/** How far the time of a signature may be off. https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html */
const tolerance = 5 * 60_000

/**
 * AWS's clock shows another time than the caller's. Each answer carries AWS's time as its `Date`; a request that was signed more than
 * five minutes off is refused, as AWS words it. The SDK then corrects its clock by the `Date` and tries again.
 */
export function skewsClock(by: Duration, direction: 'ahead' | 'behind'): Behaviour {
  if (direction !== 'ahead' && direction !== 'behind')
    throw new UsageError(
      `skewsClock(..., ${formatValue(direction, { limit: 60 })}) needs 'ahead' or 'behind': where AWS's clock is.`,
    )
  const skew = requireDuration(by, 'skewsClock') * (direction === 'ahead' ? 1 : -1)
  const awsTime = ({ request, clock }: FaultedCall) => (request.sentAt ?? clock.now()) + skew
  return {
    text: `skewsClock('${Math.abs(skew)}ms', '${direction}')`,
    before: (call) => refusal(signingTime(call), awsTime(call)),
    after(outcome, call) {
      if (outcome.kind === 'broken') return outcome
      return { ...outcome, headers: { ...outcome.headers, date: new Date(awsTime(call)).toUTCString() } }
    },
  }
}

/** When a request was signed by the caller's clock, or would have been. */
function signingTime({ request, clock }: FaultedCall): number {
  const [, ...digits] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(request.headers['x-amz-date'] ?? '') ?? []
  const [year, month, day, hour, minute, second] = digits.map(Number)
  if (year !== undefined) return Date.UTC(year, month! - 1, day, hour, minute, second)
  return (request.sentAt ?? clock.now()) + (request.clockOffset ?? 0)
}

function refusal(signed: number, now: number): Answer | undefined {
  const off = now - signed
  if (Math.abs(off) <= tolerance) return undefined
  const message =
    off > 0
      ? `Signature expired: ${stamp(signed)} is now earlier than ${stamp(now - tolerance)} (${stamp(now)} - 5 min.)`
      : `Signature not yet current: ${stamp(signed)} is still later than ${stamp(now + tolerance)} (${stamp(now)} + 5 min.)`
  return { error: new ServiceError('InvalidSignatureException', message) }
}

/** 20261121T101500Z */
function stamp(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '')
}
