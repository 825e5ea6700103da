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

/** The house, with the way into the queue for functions that are destinations. */
export interface DeliveryHouse extends RuntimeHouse {
  readonly accept: (request: EventRequest) => void
}

/**
 * Sends off what the event's end calls for: the record to the destination of its condition, and a failed event to the dead-letter
 * target of the version as well, if both are set.
 */
export async function deliverOutcome(event: AsyncEvent, condition: Condition, house: DeliveryHouse): Promise<void> {
  const config = eventInvokeConfigOf(event.fn, event.qualifier)
  const succeeded = condition === 'Success'
  const destination = succeeded ? config?.onSuccess : config?.onFailure
  const deadLetterTarget = succeeded ? undefined : event.version?.configuration.deadLetterTarget
  const entries: DeliveryEntry[] = []
  if (destination !== undefined) entries.push(toDestination(destination, event, condition, house))
  if (deadLetterTarget !== undefined) entries.push(toDeadLetterTarget(deadLetterTarget, event, condition, house))
  await Promise.all(entries.map(house.deliver))
}

function toDestination(arn: string, event: AsyncEvent, condition: Condition, house: DeliveryHouse): DeliveryEntry {
  const recordText = invocationRecord(event, condition, house.clock.now())
  const { body, key } = envelope(arn, recordText, { event, condition }, house)
  const entry = { ...entryOf(arn, event, condition, house), kind: 'destination' as const, recordText, body, key, attributes: {} }
  return serviceOf(arn) === 'lambda' ? { ...entry, ...invokeTarget(entry, event, house) } : entry
}

function toDeadLetterTarget(arn: string, event: AsyncEvent, condition: Condition, house: DeliveryHouse): DeliveryEntry {
  const { body, attributes } = deadLetter(event, condition)
  const letter = { kind: 'dead-letter' as const, recordText: body, body, attributes, key: undefined }
  return { ...entryOf(arn, event, condition, house), ...letter }
}

function entryOf(arn: string, { fn, requestId }: AsyncEvent, condition: Condition, { clock }: DeliveryHouse) {
  return { arn, condition, functionName: fn.name, requestId, at: clock.now(), error: undefined, isMistake: false }
}

/** Invokes a function that is a destination, asynchronously and with the record as its event. What goes wrong drops the record. */
function invokeTarget(
  { arn, body, condition }: Pick<DeliveryEntry, 'arn' | 'body' | 'condition'>,
  { region, trace }: AsyncEvent,
  house: DeliveryHouse,
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
    house.accept(request)
    return { error: undefined, isMistake: false }
  } catch (error) {
    if (isUsageError(error) || isServiceError(error)) return { error: error.message, isMistake: isUsageError(error) }
    throw error
  }
}
