import type { SourceType } from '../../../state/sourceType'

/**
 * How an itemIdentifier names a record: streams by the sequence number, Kafka by `{ partition: 'orders-0', offset: 7 }`.
 * https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html
 */
export function itemIdOf(type: SourceType): (identifier: unknown) => unknown {
  if (type !== 'kafka' && type !== 'selfManagedKafka') return (identifier) => identifier
  return (identifier) => {
    if (typeof identifier !== 'object' || identifier === null) return undefined
    const { partition, offset } = identifier as { readonly partition?: unknown; readonly offset?: unknown }
    return typeof partition === 'string' && Number.isInteger(offset) ? `${partition}:${String(offset)}` : undefined
  }
}
