import { UsageError } from '../../errors/usageError'
import { shown } from '../../usage/readMembers'
import type { Seed } from '../seed'
import type { ActiveMqMessageInput, DocumentChangeInput, RabbitMqMessageInput, TopicRecordInput } from './clusterRecords'
import { brokerForm, documentForm, kafkaForm, kinesisForm, tableForm, type LogForm } from './logForms'
import type { BrokerSettings, ClusterSettings, StreamSettings, TableStreamSettings } from './logForms'
import { logSource, type LogSource } from './logSource'
import { queueSource, type QueueAttributes, type QueueSource } from './queueSource'
import type { StreamRecordInput, TableChangeInput } from './streamRecords'

/** Finds or makes what mappings read; what it is follows from the ARN. */
export interface EventSourceFinder {
  (arn: `arn:${string}:sqs:${string}`, attributes?: QueueAttributes): QueueSource
  (arn: `arn:${string}:kinesis:${string}`, settings?: StreamSettings): LogSource<StreamRecordInput>
  (arn: `arn:${string}:dynamodb:${string}`, settings?: TableStreamSettings): LogSource<TableChangeInput>
  (arn: `arn:${string}:kafka:${string}`, settings?: ClusterSettings): LogSource<TopicRecordInput>
  (
    arn: `arn:${string}:mq:${string}`,
    settings: BrokerSettings & { readonly EngineType: 'RABBITMQ' },
  ): LogSource<RabbitMqMessageInput>
  (arn: `arn:${string}:mq:${string}`, settings?: BrokerSettings): LogSource<ActiveMqMessageInput>
  (arn: `arn:${string}:rds:${string}`, settings?: object): LogSource<DocumentChangeInput>
  /** By an ARN that is known at run time only, or the addresses of self-managed Kafka such as 'kafka.example.com:9092'. */
  <Arn extends string>(arn: string extends Arn ? Arn : Arn extends `arn:${string}` ? never : Arn, settings?: object): AnySource
}

/** What may be sent is known at run time only, and checked there. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
type AnySource = LogSource<any>

/** Hands out a queue, stream or cluster of the region by its ARN; it is there from then on. */
export function buildEventSource(seed: Seed, arn: unknown, settings: unknown): QueueSource | LogSource {
  if (typeof arn !== 'string' || arn === '')
    throw new UsageError(`lambda.eventSource(arn) needs the ARN of a queue, stream or cluster, not ${shown(arn)}.`)
  if (/^[\w.-]+:\d+(,[\w.-]+:\d+)*$/.test(arn)) return logSource(seed, arn, kafkaForm(arn), settings)
  const [prefix, , service, region, , ...rest] = arn.split(':')
  const resource = rest.join(':')
  if (prefix !== 'arn' || resource === '')
    throw new UsageError(`lambda.eventSource('${arn}') needs an ARN, such as arn:aws:sqs:us-east-1:123456789012:jobs.`)
  if (region !== seed.region().region) {
    throw new UsageError(
      `lambda.eventSource('${arn}') is in ${region}, and Lambda reads sources of its own region only: here that is ${seed.region().region}. ` +
        `Use lambda.region('${region}').eventSource(arn).`,
    )
  }
  if (service === 'sqs') return queueSource(seed, arn, settings)
  if (service === 'kinesis') {
    const [stream] = /^stream\/[^/]+/.exec(resource) ?? []
    // A consumer reads what is in its stream.
    if (stream !== undefined) return logSource(seed, arn.slice(0, arn.length - resource.length) + stream, kinesisForm, settings)
  }
  const known = seed.region().eventSources.get(arn)?.type
  const form = formOf(
    service,
    resource,
    settings ?? (known === 'rabbitmq' ? { EngineType: 'RABBITMQ' } : undefined),
    `lambda.eventSource('${arn}', settings)`,
  )
  if (known !== undefined && form !== undefined && form.type !== known)
    throw new UsageError(`lambda.eventSource('${arn}') is of type ${known} already, and stays so.`)
  if (form !== undefined)
    return logSource(seed, arn, form, form.type === 'activemq' || form.type === 'rabbitmq' ? undefined : settings)
  throw new UsageError(
    `lambda.eventSource('${arn}') names nothing that Lambda reads: queues of SQS, streams of Kinesis (stream/...) and of DynamoDB ` +
      `(table/.../stream/...), clusters of MSK (cluster/..., vpc-connection/...), brokers of MQ (broker:...) and clusters of DocumentDB (rds, cluster:...).`,
  )
}

function formOf(service: string | undefined, resource: string, settings: unknown, where: string): LogForm | undefined {
  if (service === 'dynamodb' && /^table\/[^/]+\/stream\/./.test(resource)) return tableForm
  if (service === 'kafka' && /^(cluster|vpc-connection)\//.test(resource)) return kafkaForm(undefined)
  if (service === 'mq' && resource.startsWith('broker:')) return brokerForm(settings, where)
  if (service === 'rds' && resource.startsWith('cluster:')) return documentForm
  return undefined
}
