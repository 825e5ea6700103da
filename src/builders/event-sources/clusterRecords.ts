import { UsageError } from '../../errors/usageError'
import type { LogRequest } from '../../runtime/event-sources/logs/logRequest'
import type { LogRecord } from '../../state/logRecord'
import { isMembers } from '../../usage/isMembers'
import { readMembers, requireBytes, requireText, requireWhole, shown, type Spellings } from '../../usage/readMembers'

/** A record for a Kafka topic. */
export interface TopicRecordInput {
  readonly topic: string
  /** Default: by the key, or one after the other. */
  readonly partition?: number
  readonly key?: unknown
  /** Bytes or text as they are, any other JSON value as its text; null for a tombstone. */
  readonly value: unknown
  readonly headers?: Readonly<Record<string, string | Uint8Array>>
  /** Epoch milliseconds. Default: now. */
  readonly timestamp?: number
}

/** A message for a queue of ActiveMQ. What else its event has can be given by its name there, such as `correlationId` or `properties`. */
export interface ActiveMqMessageInput {
  readonly queue: string
  /** Text makes a jms/text-message, bytes a jms/bytes-message, any other JSON value a text-message of its text. */
  readonly data: unknown
  readonly messageType?: string
  readonly deliveryMode?: number
  readonly replyTo?: string
  readonly type?: string
  readonly expiration?: string
  readonly priority?: number
  readonly correlationId?: string
  readonly properties?: Readonly<Record<string, string>>
}

/** A message for a queue of RabbitMQ. */
export interface RabbitMqMessageInput {
  readonly queue: string
  readonly data: unknown
  /** Over those that a plain message has. */
  readonly basicProperties?: Readonly<Record<string, unknown>>
}

/** A change of a DocumentDB document. */
export interface DocumentChangeInput {
  readonly database: string
  readonly collection: string
  /** Default: 'insert' with a document, 'delete' without one. */
  readonly operationType?: 'insert' | 'update' | 'replace' | 'delete'
  readonly fullDocument?: object
  /** Default: `_id` of the document. */
  readonly documentKey?: object
  readonly updateDescription?: object
}

/** Bytes of the largest record: with base64 it has to fit into an event. */
const largest = 4 * 1024 * 1024

export function readTopicRecord({ settings }: LogRecord, given: unknown, where: string): LogRequest {
  const read = membersOf(
    where,
    given,
    { topic: [], partition: [], key: [], value: [], headers: [], timestamp: [] },
    '{ topic, value }',
  )
  if (!('value' in read)) throw new UsageError(`${where} needs a value; null is a tombstone.`)
  const headers = read.headers ?? {}
  if (!isMembers(headers)) throw new UsageError(`${where} needs headers as an object, not ${shown(headers)}.`)
  const most = Number(settings.partitions) - 1
  return {
    kind: 'kafka',
    topic: requireText(where, 'topic', read.topic),
    partition: read.partition === undefined ? undefined : requireWhole(where, 'partition', read.partition, [0, most]),
    key: read.key === undefined || read.key === null ? undefined : requireBytes(where, 'key', read.key),
    value: read.value === null ? undefined : limited(where, requireBytes(where, 'value', read.value)),
    headers: Object.entries(headers).map(([name, value]) => [name, requireBytes(where, `header ${name}`, value)] as const),
    timestamp: read.timestamp === undefined ? undefined : requireWhole(where, 'timestamp', read.timestamp, [0, 8.64e15]),
  }
}

const activeMembers = ['messageType', 'deliveryMode', 'replyTo', 'type', 'expiration', 'priority', 'correlationId', 'properties']

export function readActiveMqMessage(_: LogRecord, given: unknown, where: string): LogRequest {
  const spellings = Object.fromEntries(['queue', 'data', ...activeMembers].map((name) => [name, []]))
  const { queue, data, ...members } = membersOf(where, given, spellings, '{ queue, data }')
  const bytes = limited(where, requireBytes(where, 'data', data))
  return { kind: 'activemq', queue: requireText(where, 'queue', queue), data: bytes, isText: !ArrayBuffer.isView(data), members }
}

export function readRabbitMqMessage(_: LogRecord, given: unknown, where: string): LogRequest {
  const read = membersOf(where, given, { queue: [], data: [], basicProperties: [] }, '{ queue, data }')
  const members = read.basicProperties ?? {}
  if (!isMembers(members)) throw new UsageError(`${where} needs basicProperties as an object, not ${shown(members)}.`)
  const data = limited(where, requireBytes(where, 'data', read.data))
  return { kind: 'rabbitmq', queue: requireText(where, 'queue', read.queue), data, members }
}

const operationTypes = ['insert', 'update', 'replace', 'delete']

export function readDocumentChange(_: LogRecord, given: unknown, where: string): LogRequest {
  const names = { database: [], collection: [], operationType: [], fullDocument: [], documentKey: [], updateDescription: [] }
  const read = membersOf(where, given, names, '{ database, collection, fullDocument }')
  const { fullDocument, updateDescription } = read
  const operationType = read.operationType ?? (fullDocument === undefined ? 'delete' : 'insert')
  if (typeof operationType !== 'string' || !operationTypes.includes(operationType))
    throw new UsageError(`${where} needs an operationType of ${operationTypes.join(', ')}, not ${shown(operationType)}.`)
  const documentKey =
    read.documentKey ?? (isMembers(fullDocument) && '_id' in fullDocument ? { _id: fullDocument._id } : undefined)
  if (!isMembers(documentKey)) throw new UsageError(`${where} needs a documentKey, or a fullDocument with an _id.`)
  return {
    kind: 'documentdb',
    database: requireText(where, 'database', read.database),
    collection: requireText(where, 'collection', read.collection),
    operationType,
    document: {
      ...(fullDocument !== undefined && { fullDocument }),
      ...(updateDescription !== undefined && { updateDescription }),
    },
    documentKey,
  }
}

function membersOf(where: string, given: unknown, spellings: Spellings, form: string): Readonly<Record<string, unknown>> {
  if (!isMembers(given)) throw new UsageError(`${where} needs ${form}, not ${shown(given)}.`)
  return readMembers(where, given, spellings)
}

function limited(where: string, bytes: Buffer): Buffer {
  if (bytes.byteLength <= largest) return bytes
  throw new UsageError(
    `${where} has a record of ${bytes.byteLength} bytes; with more than ${largest} it would not fit into an event.`,
  )
}
