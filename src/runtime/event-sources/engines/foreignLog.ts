import type { EventSourceMappingRecord } from '../../../state/eventSourceMappingRecord'
import { newLogRecord, type LogItem, type LogShard } from '../../../state/logRecord'
import type { RegionState } from '../../../state/regionState'
import type { RuntimeHouse } from '../../invocation'
import { createLogReader } from '../logs/logReader'
import { decodedBytes } from '../records/streamItem'

/** A record of a stream that is not the double's own. */
export interface StreamRecord {
  readonly sequenceNumber: string
  readonly partitionKey: string
  readonly data: Uint8Array
  /** Epoch milliseconds. */
  readonly arrivedAt: number
}

/** What a mapping has read of a stream that is not the double's own, and is at work on. */
export interface ForeignLog {
  /** Hands records of a shard on, in their order. They go through the rules for streams: retries, halves, age, failure destinations. */
  append(shard: string, records: readonly StreamRecord[]): void
  /** How many records of a shard the function is not done with. */
  open(shard: string): number
}

/** How long Kinesis keeps a record that somebody is still at work on. */
const retention = 24 * 3_600_000

/** @param isReading whether the mapping is at work */
export function createForeignLog(
  region: RegionState,
  mapping: EventSourceMappingRecord,
  house: RuntimeHouse,
  isReading: () => boolean,
): ForeignLog {
  const arn = mapping.source.arn!.split('/consumer/')[0]!
  const source = newLogRecord({ type: 'kinesis', arn, settings: {}, retention, shards: [] })
  const reader = createLogReader({ region, mapping, source, house, isReading })

  function shardOf(id: string): LogShard {
    let shard = source.shards.get(id)
    if (shard === undefined) {
      source.shards.set(id, (shard = { id, items: [], gone: 0 }))
      // Where the mapping begins in the stream was settled by whoever reads it: all that comes here is for the mapping.
      reader.open()
    }
    return shard
  }

  /** Lets go of what has been read: the lanes have it. */
  function trim(shard: LogShard): void {
    const { next } = source.progress.get(mapping.uuid)!.get(shard.id)!
    shard.items = shard.items.slice(next - shard.gone)
    shard.gone = next
  }

  return {
    append(id, records) {
      const shard = shardOf(id)
      trim(shard)
      for (const record of records) shard.items.push(newItem(id, record))
      reader.wake()
    },
    open(id) {
      const shard = shardOf(id)
      const { next, lanes } = source.progress.get(mapping.uuid)!.get(id)!
      const inWork = lanes.flatMap(({ pending, todo }) => [...pending, ...todo.flatMap(({ items }) => items)])
      return shard.gone + shard.items.length - next + inWork.length
    },
  }
}

function newItem(shard: string, { sequenceNumber, partitionKey, data, arrivedAt }: StreamRecord): LogItem {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const record = {
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey,
      sequenceNumber,
      data: bytes.toString('base64'),
      approximateArrivalTimestamp: arrivedAt / 1000,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `${shard}:${sequenceNumber}`,
    eventName: 'aws:kinesis:record',
  }
  const text = JSON.stringify(record)
  return { id: sequenceNumber, at: arrivedAt, key: partitionKey, channel: '', text, decoded: decodedBytes(bytes) }
}
