import { createHash } from 'node:crypto'
import type { LogItem, LogRecord } from '../../../state/logRecord'
import type { RuntimeHouse } from '../../invocation'
import type { LogRequest } from '../logs/logRequest'
import { itemSize } from './itemSize'

/** A record, and the shard that it belongs to. */
export interface PlacedItem {
  readonly shard: string
  readonly item: LogItem
}

type Of<Kind extends LogRequest['kind']> = Extract<LogRequest, { readonly kind: Kind }>

/**
 * A record of a Kinesis stream. The partition key's MD5 says which shard it goes to. Who invokes, and from which stream, is added when
 * it is delivered.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html#kinesis-event-example
 */
export function kinesisItem(source: LogRecord, { partitionKey, data }: Of<'kinesis'>, { clock }: RuntimeHouse): PlacedItem {
  const at = clock.now()
  const shard = shardOf(source, partitionKey)
  const sequenceNumber = `495903382714902566085596925${String(++source.sequence).padStart(29, '0')}`
  const record = {
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey,
      sequenceNumber,
      data: data.toString('base64'),
      approximateArrivalTimestamp: at / 1000,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `${shard}:${sequenceNumber}`,
    eventName: 'aws:kinesis:record',
  }
  const text = JSON.stringify(record)
  return { shard, item: { id: sequenceNumber, at, key: partitionKey, channel: '', text, decoded: decodedBytes(data) } }
}

/**
 * A change of a table's item, with as much of it as the stream's view shows.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export function tableItem(source: LogRecord, request: Of<'dynamodb'>, { clock, ids }: RuntimeHouse): PlacedItem {
  const { keys, newImage, oldImage, plain, isExpiry } = request
  const at = clock.now()
  const key = JSON.stringify(keys)
  const shard = shardOf(source, key)
  const sequenceNumber = `44215845000000000${String(++source.sequence).padStart(11, '0')}`
  const view = String(source.settings.streamViewType)
  const shownNew = view.startsWith('NEW') ? newImage : undefined
  const shownOld = view.endsWith('OLD_IMAGES') || view === 'OLD_IMAGE' ? oldImage : undefined
  const record = {
    eventID: ids.hex(32),
    eventName: newImage === undefined ? 'REMOVE' : oldImage === undefined ? 'INSERT' : 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: source.arn.split(':')[3],
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at / 1000),
      Keys: keys,
      NewImage: shownNew,
      OldImage: shownOld,
      SequenceNumber: sequenceNumber,
      SizeBytes: itemSize(keys) + itemSize(shownNew) + itemSize(shownOld),
      StreamViewType: view,
    },
    eventSourceARN: source.arn,
    userIdentity: isExpiry ? { type: 'Service', principalId: 'dynamodb.amazonaws.com' } : undefined,
  }
  const text = JSON.stringify(record)
  return { shard, item: { id: sequenceNumber, at, key, channel: '', text, decoded: JSON.stringify(plain) } }
}

/** Shards share the range of MD5 evenly. */
function shardOf({ shards }: LogRecord, key: string): string {
  const hash = BigInt(`0x${createHash('md5').update(key).digest('hex')}`)
  return [...shards.keys()][Number((hash * BigInt(shards.size)) >> 128n)]!
}

/** JSON of what bytes hold: the value if it is an object or a list in JSON, text otherwise. */
export function decodedBytes(data: Buffer): string {
  const text = data.toString()
  try {
    const value = JSON.parse(text) as unknown
    if (typeof value === 'object' && value !== null) return text
  } catch {
    // Text, then.
  }
  return JSON.stringify(text)
}
