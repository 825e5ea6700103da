import type { EventSourceMappingRecord, StreamPosition } from '../../../state/eventSourceMappingRecord'
import { newLogRecord, type LogItem, type LogLane, type LogShard, type ShardProgress } from '../../../state/logRecord'
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
  /** Whether the mapping has read of this stream before, here or in the process from which its state was taken over. */
  hasBegun(): boolean
  /** Where reading of a shard goes on, so that the function gets all that it is not done with. Undefined if it has not begun. */
  position(shard: string): StreamPosition | undefined
  /** Notes that a shard is read from a time on, in epoch milliseconds. */
  begin(shard: string, since: number): void
  /** Lets no further batch begin, and waits for those at work. */
  close(): Promise<void>
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
  let isClosed = false
  const reader = createLogReader({
    ...{ region, mapping, source, house },
    isReading: () => !isClosed && isReading(),
    settled: ({ id }) => advance(id),
  })
  /** What the function is not known to be done with, in the order of the stream. */
  const unsettled = new Map<string, LogItem[]>()

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
    const { next } = progressOf(shard.id)
    shard.items = shard.items.slice(next - shard.gone)
    shard.gone = next
  }

  function progressOf(id: string): ShardProgress {
    return source.progress.get(mapping.uuid)!.get(id)!
  }

  /** Moves the position up to the first record that would be missed if reading went on behind it. */
  function advance(id: string): void {
    const { gone, items } = shardOf(id)
    const { next, lanes } = progressOf(id)
    const needed = new Set([...inWork(lanes), ...items.slice(next - gone)])
    // What a tumbling window carries over is not kept: its records have to come again.
    const windows = lanes.flatMap(({ window }) => (window === undefined ? [] : [window.start]))
    const waiting = unsettled.get(id) ?? []
    const first = waiting.findIndex((item) => needed.has(item) || windows.some((start) => item.at >= start))
    const settled = waiting.splice(0, first < 0 ? waiting.length : first)
    const last = settled.at(-1)
    if (last !== undefined) keep(id, { after: last.id })
  }

  function keep(id: string, position: StreamPosition): void {
    mapping.positions ??= new Map()
    mapping.positions.set(id, position)
  }

  return {
    append(id, records) {
      const shard = shardOf(id)
      trim(shard)
      const items = records.map((record) => newItem(id, record))
      shard.items.push(...items)
      advance(id)
      unsettled.set(id, [...(unsettled.get(id) ?? []), ...items])
      reader.wake()
    },
    open(id) {
      const { gone, items } = shardOf(id)
      const { next, lanes } = progressOf(id)
      return gone + items.length - next + inWork(lanes).length
    },
    hasBegun: () => mapping.positions !== undefined,
    position: (id) => mapping.positions?.get(id),
    begin: (id, since) => keep(id, { since }),
    async close() {
      isClosed = true
      await reader.rest()
    },
  }
}

function inWork(lanes: readonly LogLane[]): readonly LogItem[] {
  return lanes.flatMap(({ pending, todo }) => [...pending, ...todo.flatMap(({ items }) => items)])
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
