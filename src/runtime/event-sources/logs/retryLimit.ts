import type { EventSourceMappingRecord } from '../../../state/eventSourceMappingRecord'

/**
 * How often a batch is tried again before it is given up, Infinity if it is so without end. Kafka with a destination for what was
 * given up has 10 retries at most where nobody set a limit.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
export function retryLimit({ source, settings }: EventSourceMappingRecord): number {
  const { maximumRetryAttempts: limit = -1, onFailure } = settings
  if (limit !== -1) return limit
  const isKafka = source.kind === 'kafka' || source.kind === 'selfManagedKafka'
  return isKafka && onFailure !== undefined ? 10 : Infinity
}
