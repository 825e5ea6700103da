import { isServiceError } from '../../errors/serviceError'
import { isUsageError } from '../../errors/usageError'
import { parseFunctionName } from '../../state/functionName'
import type { AsyncEvent, EventRequest } from '../async/asyncEvent'
import type { Condition } from '../async/condition'
import { eventInvokeConfigOf } from '../async/retryPolicy'
import type { RuntimeHouse } from '../invocation'
import { routedVersion } from '../routedVersion'
import { isLoop, recursionMessage } from '../trace/recursion'
import { continueTrace } from '../trace/trace'
import { deadLetter } from './deadLetter'
import type { DeliveryEntry } from './delivery'
import { envelope, serviceOf } from './envelope'
import { invocationRecord } from './invocationRecord'

/** The way into the queue, for functions that are destinations. */
type Accept = (request: EventRequest, house: RuntimeHouse) => void

/**
 * Sends off what the event's end calls for: the record to the destination of its condition, and a failed event to the dead-letter
 * target of the version as well, if both are set.
 */
export function deliverOutcome(
  event: AsyncEvent,
  condition: Condition,
  house: RuntimeHouse,
  accept: Accept,
): void | Promise<void> {
  const config = eventInvokeConfigOf(event.fn, event.qualifier)
  const succeeded = condition === 'Success'
  const destination = succeeded ? config?.onSuccess : config?.onFailure
  const deadLetterTarget = succeeded ? undefined : event.version?.configuration.deadLetterTarget
  const sent = [
    destination === undefined ? undefined : house.deliver(toDestination(destination, event, condition, house, accept)),
    deadLetterTarget === undefined ? undefined : house.deliver(toDeadLetterTarget(deadLetterTarget, event, condition, house)),
  ].filter((delivery) => delivery !== undefined)
  return sent.length === 0 ? undefined : Promise.all(sent).then(() => undefined)
}

function toDestination(arn: string, event: AsyncEvent, condition: Condition, house: RuntimeHouse, accept: Accept): DeliveryEntry {
  const recordText = invocationRecord(event, condition, house.clock.now())
  const { body, key } = envelope(arn, recordText, { event, condition }, house)
  const entry = { ...entryOf(arn, event, condition, house), kind: 'destination' as const, recordText, body, key, attributes: {} }
  return serviceOf(arn) === 'lambda' ? { ...entry, ...invokeTarget(entry, event, house, accept) } : entry
}

function toDeadLetterTarget(arn: string, event: AsyncEvent, condition: Condition, house: RuntimeHouse): DeliveryEntry {
  const { body, attributes } = deadLetter(event, condition)
  const letter = { kind: 'dead-letter' as const, recordText: body, body, attributes, key: undefined }
  return { ...entryOf(arn, event, condition, house), ...letter }
}

function entryOf(arn: string, { fn, requestId, trace }: AsyncEvent, condition: Condition, { clock }: RuntimeHouse) {
  const origin = { functionName: fn.name, requestId, traceHeader: trace.header }
  return { arn, condition, ...origin, at: clock.now(), error: undefined, isMistake: false }
}

/** Invokes a function that is a destination, asynchronously and with the record as its event. What goes wrong drops the record. */
function invokeTarget(
  { arn, body, condition }: Pick<DeliveryEntry, 'arn' | 'body' | 'condition'>,
  { region, trace }: AsyncEvent,
  house: RuntimeHouse,
  accept: Accept,
): Pick<DeliveryEntry, 'error' | 'isMistake'> {
  const target = parseFunctionName(arn)
  const fn = target && region.functions.get(target.name)
  // The queue draws the version; here it only has to be there.
  if (fn === undefined || routedVersion(fn, target?.qualifier, () => 1) === undefined)
    return { error: `ResourceNotFoundException: Function not found: ${arn}`, isMistake: false }
  // An event that was cut off goes to no function that would be cut off in turn: two of them would never come to an end.
  if (condition === 'RecursiveInvocation' && isLoop(fn, continueTrace(trace.header, fn.arn, house).hops))
    return { error: `RecursiveInvocationException: ${recursionMessage}`, isMistake: false }
  const payload = new TextEncoder().encode(body)
  const request = { region, fn, qualifier: target?.qualifier, payload, requestId: house.ids.uuid(), traceHeader: trace.header }
  try {
    accept(request, house)
    return { error: undefined, isMistake: false }
  } catch (error) {
    if (isUsageError(error) || isServiceError(error)) return { error: error.message, isMistake: isUsageError(error) }
    throw error
  }
}
