import type { DeliveryEntry } from '../runtime/destinations/delivery'
import { serviceOf } from '../runtime/destinations/envelope'
import type { EventSources } from '../runtime/event-sources/eventSources'
import { queueNamed } from '../runtime/event-sources/queues/queueNamed'
import type { RegionState } from '../state/regionState'
import type { World } from '../state/world'
import type { Deliverers } from './deliverers'

/**
 * Puts a delivery into the queue that it is for, if the test knows that queue: by `lambda.eventSource(arn)`, or because a function
 * is mapped to it and `lambda.deliverTo` brings nothing to a real one. Its message carries the trace of the chain that it comes from.
 */
export function deliverToQueue(
  entry: DeliveryEntry,
  {
    world,
    eventSources,
    deliverers,
  }: { readonly world: World; readonly eventSources: EventSources; readonly deliverers: Pick<Deliverers, 'has'> },
): void {
  const { arn, body, attributes, traceHeader } = entry
  if (serviceOf(arn) !== 'sqs' || entry.error !== undefined) return
  const region = regionOf(arn, world)
  if (region === undefined || !isKnown(arn, region, deliverers)) return
  if (arn.endsWith('.fifo')) {
    // SQS refuses what Lambda sends there; Lambda drops it.
    entry.error = 'MissingParameter: The request must contain the parameter MessageGroupId.'
    return
  }
  eventSources.sendMessage(region, queueNamed(region, arn), {
    body,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, { DataType, StringValue }]) => [
        name,
        { dataType: DataType, stringValue: StringValue },
      ]),
    ),
    groupId: undefined,
    deduplicationId: undefined,
    delay: undefined,
    traceHeader,
  })
}

function regionOf(arn: string, world: World): RegionState | undefined {
  const [, , , region, accountId] = arn.split(':')
  for (const state of world.all()) if (state.region === region && state.accountId === accountId) return state
  return undefined
}

function isKnown(arn: string, { eventSources, eventSourceMappings }: RegionState, deliverers: Pick<Deliverers, 'has'>): boolean {
  return (
    eventSources.has(arn) || (!deliverers.has(arn) && [...eventSourceMappings.values()].some(({ source }) => source.arn === arn))
  )
}
