/**
 * A small Kinesis for tests: speaks the protocol that the real client speaks (AWS JSON 1.1 over HTTP/1.1), and keeps everything in a
 * file, so that it can be killed and started again. Run as a script, it is a process of its own: `kinesisServer.ts FILE PORT`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { listen, type EngineServer } from './sqsServer'

export interface StoredRecord {
  readonly sequence: string
  readonly key: string
  /** Base64. */
  readonly data: string
  /** Epoch milliseconds. */
  readonly at: number
}

/** By stream, then by shard. */
export type KinesisState = Record<string, Record<string, StoredRecord[]>>

export async function openKinesis(file: string, port = 0): Promise<EngineServer> {
  const state = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as KinesisState
  // Iterators are the process's own: one from before is refused, as one is that has expired.
  const own = String(process.pid)
  const refusal = (type: string) => Object.assign(new Error(type), { type })
  return listen(port, 'application/x-amz-json-1.1', {
    ListShards({ StreamName }) {
      if (!state[StreamName]) throw refusal('ResourceNotFoundException')
      const range = {
        HashKeyRange: { StartingHashKey: '0', EndingHashKey: '1' },
        SequenceNumberRange: { StartingSequenceNumber: '0' },
      }
      return { Shards: Object.keys(state[StreamName]).map((ShardId) => ({ ShardId, ...range })) }
    },
    GetShardIterator({ StreamName, ShardId, ShardIteratorType, StartingSequenceNumber, Timestamp }) {
      const records = state[StreamName]![ShardId]!
      const first: Record<string, () => number> = {
        TRIM_HORIZON: () => 0,
        LATEST: () => records.length,
        AT_TIMESTAMP: () => records.filter(({ at }) => at < Timestamp * 1000).length,
        AFTER_SEQUENCE_NUMBER: () => {
          const index = records.findIndex(({ sequence }) => sequence === StartingSequenceNumber)
          if (index < 0) throw refusal('InvalidArgumentException')
          return index + 1
        },
      }
      return { ShardIterator: [own, StreamName, ShardId, first[ShardIteratorType]!()].join('|') }
    },
    GetRecords({ ShardIterator, Limit = 10_000 }) {
      const [from, stream, shard, index] = String(ShardIterator).split('|')
      if (from !== own) throw refusal('ExpiredIteratorException')
      const end = Number(index) + Limit
      const Records = state[stream!]![shard!]!.slice(Number(index), end).map(({ sequence, key, data, at }) => ({
        SequenceNumber: sequence,
        PartitionKey: key,
        Data: data,
        ApproximateArrivalTimestamp: at / 1000,
      }))
      const NextShardIterator = [own, stream, shard, Number(index) + Records.length].join('|')
      return { Records, NextShardIterator, MillisBehindLatest: 0 }
    },
  })
}

if (process.argv[1]?.endsWith('kinesisServer.ts')) {
  const [file, port] = process.argv.slice(2)
  void openKinesis(file!, Number(port)).then(({ endpoint }) => console.log(`Kinesis is at ${endpoint}`))
}
