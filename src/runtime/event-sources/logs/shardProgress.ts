import type { EventSourceMappingRecord } from '../../../state/eventSourceMappingRecord'
import type { LogItem, LogLane, LogRecord, LogShard, ShardProgress } from '../../../state/logRecord'
import { recordEnd } from '../../../state/sourceHistory'

/**
 * How far a mapping has got in a shard; where it begins, if this is its first look.
 * LATEST begins after the newest record that there is, the others with the oldest; AT_TIMESTAMP passes over those before its time.
 */
export function progressIn(
  source: LogRecord,
  shard: LogShard,
  { uuid, source: mapped }: EventSourceMappingRecord,
): ShardProgress {
  let shards = source.progress.get(uuid)
  if (shards === undefined) source.progress.set(uuid, (shards = new Map()))
  let progress = shards.get(shard.id)
  if (progress === undefined) shards.set(shard.id, (progress = { next: firstFor(shard, mapped), lanes: [] }))
  return progress
}

function firstFor({ items, gone }: LogShard, { startingPosition }: EventSourceMappingRecord['source']): number {
  return startingPosition === 'LATEST' ? gone + items.length : gone
}

export function newLane(): LogLane {
  return { pending: [], since: 0, todo: [] }
}

/** Whether a record is one that the mapping reads: of its topics, queues or collection, and not from before its time. */
export function concerns({ source, settings }: EventSourceMappingRecord, { type }: LogRecord, { channel, at }: LogItem): boolean {
  if (source.startingPosition === 'AT_TIMESTAMP' && at < source.startingPositionTimestamp!.getTime()) return false
  if (type === 'kafka' || type === 'selfManagedKafka') return source.topics?.includes(channel) ?? false
  if (type === 'activemq' || type === 'rabbitmq') return source.queues?.includes(channel) ?? false
  if (type !== 'documentdb') return true
  const { DatabaseName, CollectionName } = settings.documentDb ?? {}
  return CollectionName ? channel === `${DatabaseName}.${CollectionName}` : channel.startsWith(`${DatabaseName}.`)
}

/** Forgets the records that have run out of the source's retention; what a mapping has not read by then is lost to it. */
export function trimShard(source: LogRecord, shard: LogShard, now: number): void {
  const { retention } = source
  if (retention === undefined || shard.items.length === 0 || now - shard.items[0]!.at < retention) return
  const firstKept = shard.items.findIndex(({ at }) => now - at < retention)
  const count = firstKept < 0 ? shard.items.length : firstKept
  const trimmed = shard.items.slice(0, count)
  const readers = [...source.progress.values()].map((shards) => shards.get(shard.id)?.next ?? shard.gone)
  // What everybody has read is in nobody's way; what has no reader is lost once.
  const reads = readers.length === 0 ? [shard.gone] : readers
  for (const next of reads) {
    for (const item of trimmed.slice(Math.max(0, next - shard.gone)))
      recordEnd(source.history, { how: 'discarded', item, reason: expiredReason(retention), attempts: 0, at: now })
  }
  shard.items = shard.items.slice(count)
  shard.gone += count
  for (const shards of source.progress.values()) {
    const progress = shards.get(shard.id)
    if (progress !== undefined) progress.next = Math.max(progress.next, shard.gone)
  }
}

export function expiredReason(retention: number): string {
  return `It was older than the ${retention / 3_600_000} h for which its source keeps records.`
}

/** FNV-1a: which lane the records of a key go to. */
export function laneOf(key: string, lanes: number): number {
  if (lanes === 1) return 0
  let value = 0x811c9dc5
  for (let index = 0; index < key.length; index++) value = Math.imul(value ^ key.charCodeAt(index), 0x01000193)
  return (value >>> 0) % lanes
}
