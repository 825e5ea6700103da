import { invalidParameter } from '../../errors/invalidParameter'
import type { EventSourceMappingRecord } from '../../state/eventSourceMappingRecord'
import type { MappingChanges } from './mappingSettings'

/**
 * Refuses to change what is chosen at creation for good: the consumer group and the mode of Kafka, the virtual host of RabbitMQ.
 * The API pages say so of each; the words are theirs, an answer of AWS's is not recorded.
 * https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html
 */
export function requireLasting({ source, settings }: EventSourceMappingRecord, changes: MappingChanges): void {
  const { SelfManagedKafkaEventSourceConfig: selfManaged, AmazonManagedKafkaEventSourceConfig: managed } = changes
  const group = (selfManaged ?? managed)?.ConsumerGroupId
  if (group !== undefined && group !== settings.consumerGroupId) throw lasting('ConsumerGroupId')
  const mode = selfManaged?.ConsumptionMode
  if (mode !== undefined && mode !== (source.consumptionMode ?? 'Stream')) throw lasting('ConsumptionMode')
  if (changes.SourceAccessConfigurations?.some(({ Type }) => Type === 'VIRTUAL_HOST')) {
    throw invalidParameter('VIRTUAL_HOST cannot be specified in an UpdateEventSourceMapping API call.')
  }
}

function lasting(member: string) {
  return invalidParameter(`You cannot change ${member} after you create the event source mapping.`)
}
