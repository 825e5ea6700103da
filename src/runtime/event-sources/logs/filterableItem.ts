import type { LogItem, LogRecord } from '../../../state/logRecord'

type Members = Readonly<Record<string, unknown>>

/**
 * What filters see of a record: its data decoded. Patterns for Kinesis begin with `data`, those for tables with `dynamodb`, those
 * for Kafka with `value`, those for brokers with `data`; the rest of the record can be asked for too.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export function filterableItem({ type }: LogRecord, { text, decoded }: LogItem): object {
  const record = JSON.parse(text) as Members
  switch (type) {
    case 'kinesis': {
      const data = JSON.parse(decoded) as unknown
      const inner = record.kinesis as Members
      return { ...record, ...inner, data, kinesis: { ...inner, data } }
    }
    case 'kafka':
    case 'selfManagedKafka': {
      const key = typeof record.key === 'string' ? Buffer.from(record.key, 'base64').toString() : undefined
      return { ...record, key, value: JSON.parse(decoded) as unknown }
    }
    case 'activemq':
    case 'rabbitmq':
      return { ...record, data: JSON.parse(decoded) as unknown }
    case 'dynamodb':
    case 'documentdb':
      return record
  }
}
