import { UsageError } from '../../errors/usageError'
import type { LogRequest } from '../../runtime/event-sources/logs/logRequest'
import type { LogRecord } from '../../state/logRecord'
import { readActiveMqMessage, readDocumentChange, readRabbitMqMessage, readTopicRecord } from './clusterRecords'
import { isMembers } from '../../usage/isMembers'
import { readMembers, requireText, requireWhole, shown } from '../../usage/readMembers'
import { readStreamRecord, readTableChange } from './streamRecords'

/** What is peculiar to a kind of log: its settings, and what its producers write. */
export interface LogForm {
  readonly type: LogRecord['type']
  readonly read: (
    settings: unknown,
    where: string,
  ) => Pick<LogRecord, 'settings' | 'retention'> & { readonly shards: readonly string[] }
  readonly readRecord: (source: LogRecord, record: unknown, where: string) => LogRequest
}

/** Settings of a Kinesis stream, in AWS's spelling and with AWS's defaults. */
export interface StreamSettings {
  /** Default: 1. */
  readonly ShardCount?: number
  /** Default: 24. */
  readonly RetentionPeriodHours?: number
}

/** Settings of a table and its stream. */
export interface TableStreamSettings {
  /** The table's key. Default: the first attribute of an item. */
  readonly KeySchema?: readonly { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' }[]
  /** Default: NEW_AND_OLD_IMAGES. */
  readonly StreamViewType?: 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES'
  /** Default: 1. */
  readonly ShardCount?: number
}

/** Settings of a Kafka cluster. */
export interface ClusterSettings {
  /** Of each topic. Default: 1. */
  readonly NumPartitions?: number
  /** Default: 168. */
  readonly RetentionPeriodHours?: number
}

/** Settings of a broker; its ARN does not say which kind it is. */
export interface BrokerSettings {
  /** Default: ACTIVEMQ. */
  readonly EngineType?: 'ACTIVEMQ' | 'RABBITMQ'
}

const hour = 3_600_000

export const kinesisForm: LogForm = {
  type: 'kinesis',
  read(given, where) {
    const read = members(given, where, ['ShardCount', 'RetentionPeriodHours'])
    const count = read.ShardCount === undefined ? 1 : requireWhole(where, 'ShardCount', read.ShardCount, [1, 1000])
    const hours =
      read.RetentionPeriodHours === undefined
        ? 24
        : requireWhole(where, 'RetentionPeriodHours', read.RetentionPeriodHours, [24, 8760])
    const shards = Array.from({ length: count }, (_, index) => `shardId-${String(index).padStart(12, '0')}`)
    return { settings: {}, retention: hours * hour, shards }
  },
  readRecord: readStreamRecord,
}

const viewTypes = ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']

export const tableForm: LogForm = {
  type: 'dynamodb',
  read(given, where) {
    const read = members(given, where, ['KeySchema', 'StreamViewType', 'ShardCount'])
    const count = read.ShardCount === undefined ? 1 : requireWhole(where, 'ShardCount', read.ShardCount, [1, 1000])
    const streamViewType = read.StreamViewType ?? 'NEW_AND_OLD_IMAGES'
    if (!viewTypes.includes(streamViewType as string))
      throw new UsageError(`${where} needs a StreamViewType of ${viewTypes.join(', ')}, not ${shown(streamViewType)}.`)
    const keys = read.KeySchema === undefined ? undefined : keyNames(read.KeySchema, `${where}: KeySchema`)
    const shards = Array.from({ length: count }, (_, index) => `shardId-00000001573416514283-${String(index).padStart(8, '0')}`)
    // A table's stream keeps its records for a day, and no other time can be chosen.
    return { settings: { streamViewType, keys }, retention: 24 * hour, shards }
  },
  readRecord: readTableChange,
}

function keyNames(schema: unknown, where: string): readonly string[] {
  if (!Array.isArray(schema) || schema.length === 0 || schema.length > 2)
    throw new UsageError(`${where} has to be a list of one or two { AttributeName, KeyType }, not ${shown(schema)}.`)
  return schema.map((key: unknown) => requireText(where, 'AttributeName', isMembers(key) ? key.AttributeName : undefined))
}

/** Kafka, managed or by its addresses. */
export function kafkaForm(bootstrapServers: string | undefined): LogForm {
  return {
    type: bootstrapServers === undefined ? 'kafka' : 'selfManagedKafka',
    read(given, where) {
      const read = members(given, where, ['NumPartitions', 'RetentionPeriodHours'])
      const partitions =
        read.NumPartitions === undefined ? 1 : requireWhole(where, 'NumPartitions', read.NumPartitions, [1, 1000])
      const hours =
        read.RetentionPeriodHours === undefined
          ? 168
          : requireWhole(where, 'RetentionPeriodHours', read.RetentionPeriodHours, [1, 8760])
      const servers =
        bootstrapServers ?? 'b-1.demo.a1bcde.c1.kafka.amazonaws.com:9092,b-2.demo.a1bcde.c1.kafka.amazonaws.com:9092'
      return { settings: { partitions, bootstrapServers: servers }, retention: hours * hour, shards: ['topics'] }
    },
    readRecord: readTopicRecord,
  }
}

/** Brokers keep a message until it is done with. */
export function brokerForm(settings: unknown, where: string): LogForm {
  const { EngineType: engine = 'ACTIVEMQ' } = members(settings ?? {}, where, ['EngineType'])
  if (engine !== 'ACTIVEMQ' && engine !== 'RABBITMQ')
    throw new UsageError(`${where} needs an EngineType of ACTIVEMQ or RABBITMQ, not ${shown(engine)}.`)
  const read = () => ({ settings: {}, retention: undefined, shards: [] })
  return engine === 'ACTIVEMQ'
    ? { type: 'activemq', read, readRecord: readActiveMqMessage }
    : { type: 'rabbitmq', read, readRecord: readRabbitMqMessage }
}

export const documentForm: LogForm = {
  type: 'documentdb',
  read(given, where) {
    members(given, where, [])
    // As long as a change stream keeps its events unless it is told otherwise.
    return { settings: {}, retention: 3 * hour, shards: ['changes'] }
  },
  readRecord: readDocumentChange,
}

function members(given: unknown, where: string, names: readonly string[]): Readonly<Record<string, unknown>> {
  if (!isMembers(given)) throw new UsageError(`${where} needs an object of settings, not ${shown(given)}.`)
  return readMembers(where, given, Object.fromEntries(names.map((name) => [name, []])))
}
