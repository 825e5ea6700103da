import type { EngineMapping } from '../../double/engines'
import type { StreamRecord } from '../../runtime/event-sources/engines/foreignLog'
import type { SendCommand } from './engineClient'
import { createPatience, type Pace } from './pace'
import type { Poller } from './pollQueue'

/** Milliseconds between two looks at a shard that has nothing new, and between two looks for new shards. */
const idle = 1_000
const reshard = 10_000

interface SdkRecord {
  readonly SequenceNumber: string
  readonly PartitionKey: string
  readonly Data: Uint8Array
  readonly ApproximateArrivalTimestamp?: Date
}

/**
 * Reads a real Kinesis stream for one mapping, every shard in order from where the mapping begins. A shard is read on only when the
 * function is done with most of what was read. After a failure reading goes on behind the last record that was read; how far the
 * function has got is known in this process alone.
 */
export function pollStream(mapping: EngineMapping, send: SendCommand, pace: Pace): Poller {
  const stopping = new AbortController()
  const { signal } = stopping
  const StreamName = mapping.arn.split('/')[1]
  const log = mapping.log()
  const shards = new Map<string, Promise<void>>()
  const ended = watchShards()

  async function watchShards(): Promise<void> {
    const patience = createPatience(`Stream ${mapping.arn} for ${mapping.functionName}`, pace, signal)
    // Shards that come later are read from their beginning.
    let isFirst = true
    while (!signal.aborted) {
      try {
        const ids = await shardIds()
        patience.succeeded()
        for (const id of ids)
          if (!shards.has(id)) shards.set(id, pollShard(id, isFirst ? start() : { ShardIteratorType: 'TRIM_HORIZON' }))
        isFirst = false
        await pace.wait(reshard, signal)
      } catch (error) {
        await patience.failed(error)
      }
    }
    await Promise.all(shards.values())
  }

  async function shardIds(): Promise<string[]> {
    const ids: string[] = []
    let page: object = { StreamName }
    for (;;) {
      const { Shards = [], NextToken } = await send('ListShards', page, signal)
      ids.push(...(Shards as readonly { ShardId: string }[]).map(({ ShardId }) => ShardId))
      if (NextToken === undefined) return ids
      page = { NextToken }
    }
  }

  function start(): object {
    const { startingPosition: ShardIteratorType, startingPositionTimestamp } = mapping
    return { ShardIteratorType, ...(ShardIteratorType === 'AT_TIMESTAMP' && { Timestamp: startingPositionTimestamp }) }
  }

  async function pollShard(ShardId: string, from: object): Promise<void> {
    const patience = createPatience(`Shard ${ShardId} of ${mapping.arn} for ${mapping.functionName}`, pace, signal)
    let position = from
    let iterator: string | undefined
    while (!signal.aborted) {
      // The mapping goes on with what it has, and reads no more than it can take.
      log.append(ShardId, [])
      if (!mapping.isAtWork() || log.open(ShardId) >= mapping.batchSize * 2) {
        await pace.wait(idle / 5, signal)
        continue
      }
      try {
        iterator ??= (await send('GetShardIterator', { StreamName, ShardId, ...position }, signal)).ShardIterator as string
        const input = { ShardIterator: iterator, Limit: Math.min(10_000, mapping.batchSize) }
        const { Records = [], NextShardIterator } = await send('GetRecords', input, signal)
        patience.succeeded()
        const records = (Records as readonly SdkRecord[]).map(toRecord)
        log.append(ShardId, records)
        const last = records.at(-1)
        if (last !== undefined)
          position = { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: last.sequenceNumber }
        // A shard that was split or merged has an end.
        if (NextShardIterator === undefined || NextShardIterator === null) return await finish(ShardId)
        iterator = NextShardIterator as string
        if (last === undefined) await pace.wait(idle, signal)
      } catch (error) {
        iterator = undefined
        await patience.failed(error)
      }
    }
  }

  async function finish(shard: string): Promise<void> {
    while (!signal.aborted && log.open(shard) > 0) {
      log.append(shard, [])
      await pace.wait(idle, signal)
    }
  }

  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}

function toRecord({ SequenceNumber, PartitionKey, Data, ApproximateArrivalTimestamp }: SdkRecord): StreamRecord {
  const arrivedAt = ApproximateArrivalTimestamp?.getTime() ?? 0
  return { sequenceNumber: SequenceNumber, partitionKey: PartitionKey, data: Data, arrivedAt }
}
