import type { CreateEventSourceMappingRequest } from '../../model/api'
import type { EventSource } from '../../state/eventSourceMappingRecord'
import { unsupported } from './mappingRules'

/** https://docs.aws.amazon.com/lambda/latest/api/API_SelfManagedKafkaEventSourceConfig.html */
const notInQueueMode = ['StartingPosition', 'StartingPositionTimestamp', 'MaximumBatchingWindowInSeconds'] as const

/** Refuses what a share group of Kafka's does not have; it keeps no position and gathers nothing. */
export function requireModeMembers(
  mode: EventSource['consumptionMode'],
  input: Pick<CreateEventSourceMappingRequest, (typeof notInQueueMode)[number]>,
): void {
  if (mode !== 'Queue') return
  const member = notInQueueMode.find((name) => input[name] !== undefined)
  if (member !== undefined) throw unsupported(member)
}
