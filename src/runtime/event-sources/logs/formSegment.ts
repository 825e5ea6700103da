import type { EventSourceMappingRecord } from '../../../state/eventSourceMappingRecord'
import type { LogItem, LogLane, LogRecord, LogSegment, LogShard, ShardProgress } from '../../../state/logRecord'
import { recordEnd } from '../../../state/sourceHistory'
import type { Filter } from '../filter/filterFor'
import { largestEvent } from '../largestEvent'
import { filterableItem } from './filterableItem'
import { concerns, laneOf } from './shardProgress'

/** Where a batch is made for. */
export interface LanePlace {
  readonly source: LogRecord
  readonly shard: LogShard
  readonly mapping: EventSourceMappingRecord
  readonly progress: ShardProgress
  readonly lane: LogLane
}

/** The next batch of a lane, or when to look again; undefined if nothing is there and nothing is to come by itself. */
export type NextSegment = LogSegment | { readonly lookAt: number } | undefined

/**
 * Makes the next batch of a lane from what is unread: full, or with what there is when the batching window is over. With tumbling
 * windows a batch never reaches into the next one, and a window that is over is closed first.
 */
export function formSegment(place: LanePlace, now: number): NextSegment {
  const { mapping, lane } = place
  const { batchSize, batchingWindow = 0, tumblingWindow = 0 } = mapping.settings
  const length = tumblingWindow * 1000
  const first = lane.pending[0]
  const ofWindow = length > 0 && first ? startOf(first, length) : undefined
  if (lane.window !== undefined) {
    // Also if the mapping has no windows any more.
    const isOver = length === 0 ? true : first === undefined ? now >= lane.window.end : ofWindow !== lane.window.start
    if (isOver) return newSegment([], now, 'atEnd')
    if (first === undefined) return { lookAt: lane.window.end }
  }
  if (first === undefined) return undefined
  const fitting = ofWindow === undefined ? lane.pending : lane.pending.filter((item) => startOf(item, length) === ofWindow)
  const count = howMany(fitting, batchSize)
  const isFull = count < lane.pending.length || count === batchSize
  const closes = lane.since + batchingWindow * 1000
  if (!isFull && now < closes) return { lookAt: closes }
  const items = lane.pending.slice(0, count)
  lane.pending = lane.pending.slice(count)
  lane.since = now
  if (ofWindow !== undefined) lane.window ??= { start: ofWindow, end: ofWindow + length, state: '{}' }
  return newSegment(items, now)
}

export function newSegment(items: readonly LogItem[], now: number, closes?: LogSegment['closes']): LogSegment {
  return { items, failures: 0, runs: 0, refusals: 0, notBefore: now, closes }
}

/** Windows are aligned to the epoch, and a record belongs to that in which it came in. */
function startOf({ at }: LogItem, length: number): number {
  return Math.floor(at / length) * length
}

/** As many as a batch and an event take. */
function howMany(items: readonly LogItem[], batchSize: number): number {
  let size = 0
  let count = 0
  for (const { text } of items) {
    size += Buffer.byteLength(text) + 250
    if (count === batchSize || (count > 0 && size > largestEvent)) break
    count++
  }
  return count
}

/**
 * Reads on in the shard until there is a batch for the lane. What is for other lanes waits there.
 * @returns the lanes that something new is for
 */
export function readShard(
  { source, shard, mapping, progress, lane }: LanePlace,
  passes: Filter,
  now: number,
): ReadonlySet<LogLane> {
  const reached = new Set<LogLane>()
  const end = shard.gone + shard.items.length
  while (progress.next < end && lane.pending.length < mapping.settings.batchSize) {
    const item = shard.items[progress.next++ - shard.gone]!
    if (!concerns(mapping, source, item)) continue
    if (!passes(() => filterableItem(source, item))) {
      const reason = 'No filter of the mapping lets it through.'
      recordEnd(source.history, { how: 'discarded', item, reason, attempts: 0, at: now })
      continue
    }
    const target = progress.lanes[laneOf(item.key, progress.lanes.length)]!
    if (target.pending.length === 0) target.since = now
    target.pending.push(item)
    reached.add(target)
  }
  return reached
}
