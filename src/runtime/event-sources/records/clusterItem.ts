import type { LogRecord } from '../../../state/logRecord'
import type { RuntimeHouse } from '../../invocation'
import type { LogRequest } from '../logs/logRequest'
import { laneOf } from '../logs/shardProgress'
import { decodedBytes, type PlacedItem } from './streamItem'

type Of<Kind extends LogRequest['kind']> = Extract<LogRequest, { readonly kind: Kind }>

/**
 * A record of a Kafka topic. One consumer reads all partitions of its topics, each of them in order.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
 */
export function kafkaItem(source: LogRecord, request: Of<'kafka'>, { clock }: RuntimeHouse): PlacedItem {
  const { topic, key, value, headers } = request
  const at = clock.now()
  const partitions = Number(source.settings.partitions)
  source.sequence++
  const partition = request.partition ?? (key ? laneOf(key.toString(), partitions) : source.sequence % partitions)
  const offset = source.offsets.get(`${topic}-${partition}`) ?? 0
  source.offsets.set(`${topic}-${partition}`, offset + 1)
  const record = {
    topic,
    partition,
    offset,
    timestamp: request.timestamp ?? at,
    timestampType: 'CREATE_TIME',
    key: key?.toString('base64'),
    value: value?.toString('base64'),
    headers: headers.map(([name, bytes]) => ({ [name]: [...bytes] })),
  }
  const id = `${topic}-${partition}:${offset}`
  const decoded = value === undefined ? 'null' : decodedBytes(value)
  return { shard: 'topics', item: { id, at, key: '', channel: topic, text: JSON.stringify(record), decoded } }
}

/** A message of an ActiveMQ broker. https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html */
export function activeMqItem(source: LogRecord, request: Of<'activemq'>, { clock }: RuntimeHouse): PlacedItem {
  const { queue, data, isText, members } = request
  const at = clock.now()
  const broker = source.arn.split(':').at(-1)!
  const messageID = `ID:${broker}-1.mq.${source.arn.split(':')[3]}.amazonaws.com-37557-1234520418293-4:1:1:1:${++source.sequence}`
  const record = {
    messageID,
    messageType: isText ? 'jms/text-message' : 'jms/bytes-message',
    data: data.toString('base64'),
    connectionId: `ID:${broker}-1.mq.${source.arn.split(':')[3]}.amazonaws.com-37557-1234520418293-3:1`,
    redelivered: false,
    destination: { physicalname: queue },
    timestamp: at,
    brokerInTime: at,
    brokerOutTime: at,
    properties: {},
    ...members,
  }
  return brokerItem({ id: messageID, at, queue, record, data })
}

/** A message of a RabbitMQ broker, from its one virtual host. https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html */
export function rabbitMqItem(source: LogRecord, request: Of<'rabbitmq'>, { clock }: RuntimeHouse): PlacedItem {
  const { queue, data, members } = request
  const at = clock.now()
  const basicProperties = {
    contentType: 'text/plain',
    contentEncoding: null,
    headers: {},
    deliveryMode: 1,
    priority: 0,
    correlationId: null,
    replyTo: null,
    expiration: null,
    messageId: null,
    timestamp: null,
    type: null,
    userId: null,
    appId: null,
    clusterId: null,
    bodySize: data.byteLength,
    ...members,
  }
  const record = { basicProperties, redelivered: false, data: data.toString('base64') }
  return brokerItem({ id: `${queue}:${++source.sequence}`, at, queue, record, data })
}

interface BrokerMessage {
  readonly id: string
  readonly at: number
  readonly queue: string
  /** As the function gets it. */
  readonly record: object
  readonly data: Buffer
}

function brokerItem({ id, at, queue, record, data }: BrokerMessage): PlacedItem {
  return { shard: queue, item: { id, at, key: '', channel: queue, text: JSON.stringify(record), decoded: decodedBytes(data) } }
}

/** A change of a document. https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html */
export function documentItem(source: LogRecord, request: Of<'documentdb'>, { clock, ids }: RuntimeHouse): PlacedItem {
  const { database, collection, operationType, document, documentKey } = request
  const at = clock.now()
  const sequence = ++source.sequence
  const token = `0163eeb6e7000000${sequence.toString(16).padStart(2, '0').padStart(24, '0')}${ids.hex(8)}`
  const record = {
    _id: { _data: token },
    clusterTime: { $timestamp: { t: Math.floor(at / 1000), i: sequence } },
    documentKey,
    ...document,
    ns: { db: database, coll: collection },
    operationType,
  }
  const text = JSON.stringify(record)
  return {
    shard: 'changes',
    item: {
      id: token,
      at,
      key: JSON.stringify(documentKey),
      channel: `${database}.${collection}`,
      text,
      decoded: JSON.stringify(document.fullDocument ?? documentKey),
    },
  }
}
