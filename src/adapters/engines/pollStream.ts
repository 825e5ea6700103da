import type { EngineMapping } from '../../double/engines'
import type { StreamRecord } from '../../runtime/event-sources/engines/foreignLog'
import type { SendCommand } from './engineClient'
import { createPatience, messageOf, within, type Pace } from './pace'
import type { Poller } from './pollQueue'

/** Milliseconds between two looks at a shard that has nothing new, and between two looks for new shards. */
const idle = 1_000
const reshard = 10_000

/** From where an iterator reads, as GetShardIterator has it. */
interface Place {
  readonly ShardIteratorType: string
  readonly StartingSequenceNumber?: string
  readonly Timestamp?: Date | undefined
}

interface SdkRecord {
  readonly SequenceNumber: string
  readonly PartitionKey: string
  readonly Data: Uint8Array
  readonly ApproximateArrivalTimestamp?: Date
}

/**
 * Reads a real Kinesis stream for one mapping, every shard in order from where the mapping begins. A shard is read on only when the
 * function is done with most of what was read. After a failure reading goes on behind the last record that was read. How far the
 * function has got is part of the mapping's state: the next reader goes on there, be it in this process or in another one.
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
    let isFirst = !log.hasBegun()
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

  function start(): Place {
    const { startingPosition: ShardIteratorType, startingPositionTimestamp } = mapping
    return { ShardIteratorType, ...(ShardIteratorType === 'AT_TIMESTAMP' && { Timestamp: startingPositionTimestamp }) }
  }

  /** Where the mapping has got in a shard before. */
  function keptPlace(shard: string): Place | undefined {
    const position = log.position(shard)
    return position && ('after' in position ? placeAfter(position.after) : placeAt(position.since))
  }

  async function pollShard(ShardId: string, first: Place): Promise<void> {
    const what = `Shard ${ShardId} of ${mapping.arn} for ${mapping.functionName}`
    const patience = createPatience(what, pace, signal)
    let kept = keptPlace(ShardId)
    let place = kept ?? first
    let iterator: string | undefined
    while (!signal.aborted) {
      // The mapping goes on with what it has, and reads no more than it can take.
      log.append(ShardId, [])
      if (!mapping.isAtWork() || log.open(ShardId) >= mapping.batchSize * 2) {
        await pace.wait(idle / 5, signal)
        continue
      }
      try {
        if (iterator === undefined) {
          const asked = pace.now()
          iterator = (await send('GetShardIterator', { StreamName, ShardId, ...place }, signal)).ShardIterator as string
          // What comes from now on is the mapping's, whatever happens before the first record is read.
          if (place.ShardIteratorType === 'LATEST') {
            log.begin(ShardId, asked)
            place = placeAt(asked)
          }
          kept = undefined
        }
        const input = { ShardIterator: iterator, Limit: Math.min(10_000, mapping.batchSize) }
        const { Records = [], NextShardIterator } = await send('GetRecords', input, signal)
        patience.succeeded()
        const records = (Records as readonly SdkRecord[]).map(toRecord)
        log.append(ShardId, records)
        const last = records.at(-1)
        if (last !== undefined) place = placeAfter(last.sequenceNumber)
        // A shard that was split or merged has an end.
        if (NextShardIterator === undefined || NextShardIterator === null) return await finish(ShardId)
        iterator = NextShardIterator as string
        if (last === undefined) await pace.wait(idle, signal)
      } catch (error) {
        iterator = undefined
        if (kept !== undefined && (error as Error).name === 'InvalidArgumentException') {
          // An engine that has forgotten everything: its stream of this name is another one.
          pace.log(`${what}: reading cannot go on where it was, and begins anew. ${messageOf(error)}`)
          kept = undefined
          place = start()
        } else await patience.failed(error)
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
    async stop(grace) {
      stopping.abort()
      await ended
      await within(pace, grace, log.close())
    },
  }
}

function placeAfter(sequenceNumber: string): Place {
  return { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: sequenceNumber }
}

function placeAt(time: number): Place {
  return { ShardIteratorType: 'AT_TIMESTAMP', Timestamp: new Date(time) }
}

function toRecord({ SequenceNumber, PartitionKey, Data, ApproximateArrivalTimestamp }: SdkRecord): StreamRecord {
  const arrivedAt = ApproximateArrivalTimestamp?.getTime() ?? 0
  return { sequenceNumber: SequenceNumber, partitionKey: PartitionKey, data: Data, arrivedAt }
}
