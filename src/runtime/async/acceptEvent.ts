import { isServiceError } from '../../errors/serviceError'
import type { VersionRecord } from '../../state/functionRecord'
import { completeTransitions } from '../../state/transitions'
import { runInPlace } from '../concurrency/runInPlace'
import { deliverOutcome } from '../destinations/deliverOutcome'
import type { InvocationOutcome, RuntimeHouse } from '../invocation'
import { routedVersion } from '../routedVersion'
import { isLoop, requireEnd } from '../trace/recursion'
import { continueTrace } from '../trace/trace'
import type { AsyncEvent, EventRequest } from './asyncEvent'
import type { Condition } from './condition'
import { eventInvokeConfigOf, retryPolicyOf, waitAfterError, waitAfterRefusal } from './retryPolicy'

/**
 * Puts an event into the queue of asynchronous invocations. The first attempt is made on the next turn of the event loop, the
 * others when the clock gets there. A function that fails is tried again 1 and 2 minutes later; what Lambda refuses is tried
 * again after 1 second, 2, 4 and so on up to 5 minutes, as long as the event is young enough. A function, version or alias that
 * was deleted takes its events with it.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function acceptEvent(request: EventRequest, house: RuntimeHouse): void {
  const trace = continueTrace(request.traceHeader, request.fn.arn, house)
  requireEnd(request.fn, trace.hops)
  const now = house.clock.now()
  const event = {
    region: request.region,
    fn: request.fn,
    qualifier: request.qualifier,
    // The caller may go on to write into its own bytes.
    payload: Buffer.from(request.payload),
    requestId: request.requestId,
    tenantId: request.tenantId,
    trace,
    acceptedAt: now,
    version: undefined,
    runs: 0,
    refusals: 0,
    lastRun: undefined,
  }
  schedule(event, now, house)
}

function schedule(event: AsyncEvent, at: number, house: RuntimeHouse): void {
  house.clock.schedule(at, () => attempt(event, house))
}

async function attempt(event: AsyncEvent, house: RuntimeHouse): Promise<void> {
  const { region, fn, qualifier } = event
  if (region.functions.get(fn.name) !== fn) return
  completeTransitions(region, house.settings.functionStates === 'settled' ? Infinity : house.clock.now())
  const version = routedVersion(fn, qualifier, house.ids.random)
  if (version === undefined) return
  event.version = version
  const hopeless = hopelessBecause(event, house)
  if (hopeless !== undefined) return end(event, hopeless, house)

  const outcome = version.state.state === 'Active' ? await run(event, version, house) : undefined
  if (outcome === undefined) {
    event.refusals++
    return again(event, waitAfterRefusal(event.refusals), house)
  }
  event.runs++
  event.refusals = 0
  event.lastRun = outcome
  if (outcome.functionError === undefined) return end(event, 'Success', house)
  const { retries } = retryPolicyOf(eventInvokeConfigOf(fn, qualifier))
  if (event.runs > retries) return end(event, 'RetriesExhausted', house)
  return again(event, waitAfterError(event.runs), house)
}

/** Why an attempt need not be made. */
function hopelessBecause({ fn, qualifier, trace, acceptedAt }: AsyncEvent, { clock }: RuntimeHouse): Condition | undefined {
  if (isLoop(fn, trace.hops)) return 'RecursiveInvocation'
  if (fn.reservedConcurrency === 0) return 'ZeroReservedConcurrency'
  const { maximumAge } = retryPolicyOf(eventInvokeConfigOf(fn, qualifier))
  return clock.now() - acceptedAt >= maximumAge ? 'EventAgeExceeded' : undefined
}

/** What a run makes of the event; undefined if Lambda has no place for it. */
async function run(event: AsyncEvent, version: VersionRecord, house: RuntimeHouse): Promise<InvocationOutcome | undefined> {
  try {
    return await runInPlace(
      {
        region: event.region,
        fn: event.fn,
        version,
        qualifier: event.qualifier,
        payload: event.payload,
        requestId: event.requestId,
        type: 'Event',
        attempt: event.runs + 1,
        traceHeader: event.trace.header,
        tenantId: event.tenantId,
      },
      house,
    )
  } catch (error) {
    if (isServiceError(error)) return undefined
    throw error
  }
}

/** Waits for the next attempt, unless the event would be too old by then. */
function again(event: AsyncEvent, wait: number, house: RuntimeHouse): void | Promise<void> {
  const at = house.clock.now() + wait
  const { maximumAge } = retryPolicyOf(eventInvokeConfigOf(event.fn, event.qualifier))
  if (at - event.acceptedAt >= maximumAge) return end(event, 'EventAgeExceeded', house)
  schedule(event, at, house)
}

function end(event: AsyncEvent, condition: Condition, house: RuntimeHouse): void | Promise<void> {
  return deliverOutcome(event, condition, house, acceptEvent)
}
