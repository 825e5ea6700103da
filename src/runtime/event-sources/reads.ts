import type { EventSourceMappingRecord } from '../../state/eventSourceMappingRecord'
import type { EventSourceRecord } from '../../state/eventSourceRecord'

/**
 * Whether a mapping reads this source: by its ARN, a stream also as one of its consumers, self-managed Kafka by one of its addresses.
 */
export function reads({ source: { arn, bootstrapServers } }: EventSourceMappingRecord, source: EventSourceRecord): boolean {
  if (arn === undefined)
    return source.type === 'selfManagedKafka' && source.arn.split(',').some((address) => bootstrapServers.includes(address))
  return arn === source.arn || (source.type === 'kinesis' && arn.startsWith(`${source.arn}/consumer/`))
}
