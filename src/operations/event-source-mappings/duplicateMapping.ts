import { ServiceError } from '../../errors/serviceError'
import type { EventSource, EventSourceMappingRecord } from '../../state/eventSourceMappingRecord'
import type { RegionState } from '../../state/regionState'
import { isKafka, isQueue } from './eventSource'

/**
 * Refuses a second mapping of the same source to the same function: for Kafka if a cluster address and a topic are shared.
 * The wording differs by source (recorded for queues and Kafka).
 */
export function requireNoDuplicate(region: RegionState, source: EventSource, functionArn: string, functionName: string): void {
  const topics = source.topics ?? []
  for (const mapping of region.eventSourceMappings.values()) {
    if (mapping.functionArn !== functionArn || !shares(addresses(mapping), addresses({ source }))) continue
    if (isKafka(source.kind)) {
      if (!shares(mapping.source.topics ?? [], topics)) continue
      const [from, about] = [addresses({ source }).join(','), topics.join(',')]
      throw conflict(
        `An event source mapping with event source ("${from}"), function ("${functionArn}"), topics ("${about}")`,
        mapping,
      )
    }
    if (isQueue(source.kind)) {
      throw conflict(`An event source mapping with SQS arn (" ${source.arn} ") and function (" ${functionName} ")`, mapping)
    }
    throw conflict(`The event source arn (" ${source.arn} ") and function (" ${functionName} ") provided mapping`, mapping)
  }
}

function addresses({ source }: Pick<EventSourceMappingRecord, 'source'>): readonly string[] {
  return source.arn === undefined ? source.bootstrapServers : [source.arn]
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((each) => others.includes(each))
}

function conflict(subject: string, { uuid }: EventSourceMappingRecord): ServiceError {
  return new ServiceError(
    'ResourceConflictException',
    `${subject} already exists. Please update or delete the existing mapping with UUID ${uuid}`,
  )
}
