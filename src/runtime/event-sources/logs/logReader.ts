import type { Scheduled } from '../../../clock/clock'
import type { EventSourceMappingRecord } from '../../../state/eventSourceMappingRecord'
import type { LogLane, LogRecord, LogShard, ShardProgress } from '../../../state/logRecord'
import type { RegionState } from '../../../state/regionState'
import type { RuntimeHouse } from '../../invocation'
import { filterFor } from '../filter/filterFor'
import { mappedTarget } from '../runMapped'
import { formSegment, readShard } from './formSegment'
import { runSegment } from './runSegment'
import { newLane, progressIn, trimShard } from './shardProgress'

/** How a mapping reads its stream, topics or queues of a broker. */
export interface LogReader {
  /** Establishes where reading begins, if that is not settled yet. */
  open(): void
  /** There may be something to read. */
  wake(): void
  /** Ends with the runs that are under way. */
  rest(): Promise<void>
}

export interface LogReaderSurroundings {
  readonly region: RegionState
  readonly mapping: EventSourceMappingRecord
  readonly source: LogRecord
  readonly house: RuntimeHouse
  readonly isReading: () => boolean
  /** Told when the function is done with a batch, or has failed on it. */
  readonly settled?: (shard: LogShard) => void
}

/** What keeps its records for ever is tried again for as long as this after they came before nobody waits for it any more. */
const patience = 60 * 60_000

/**
 * Reads a log for one mapping: every shard in order, in as many lanes side by side as ParallelizationFactor says, the records of
 * one key always in the same. A lane does one batch after the other, and stays with it until it is done or given up.
 */
export function createLogReader({ region, mapping, source, house, isReading, settled }: LogReaderSurroundings): LogReader {
  const { clock } = house
  const atWork = new Map<LogLane, Promise<void>>()
  const planned = new WeakMap<LogLane, Scheduled>()
  let looksAgain = false

  /** The lanes of a shard; another number of them comes when all are done with what they have. */
  function lanesOf(progress: ShardProgress): readonly LogLane[] {
    const count = mapping.settings.parallelizationFactor ?? 1
    const isIdle = (lane: LogLane) => lane.pending.length === 0 && lane.todo.length === 0 && !lane.window && !atWork.has(lane)
    if (progress.lanes.length !== count && progress.lanes.every(isIdle)) progress.lanes = Array.from({ length: count }, newLane)
    return progress.lanes
  }

  function wake(): void {
    for (const shard of source.shards.values()) wakeShard(shard)
  }

  function wakeShard(shard: LogShard): void {
    const progress = progressIn(source, shard, mapping)
    for (const lane of lanesOf(progress)) plan(shard, lane, clock.now())
  }

  function plan(shard: LogShard, lane: LogLane, at: number): void {
    const before = planned.get(lane)
    if (before !== undefined && before.at <= at) return
    before?.cancel()
    const task = () => {
      planned.delete(lane)
      return work(shard, lane)
    }
    const oldest = lane.todo[0]?.items[0]
    const isEndless = source.retention === undefined && oldest !== undefined && at - oldest.at > patience
    planned.set(lane, isEndless ? clock.limit(at, task) : clock.schedule(at, task))
  }

  function work(shard: LogShard, lane: LogLane): void | Promise<void> {
    if (atWork.has(lane) || !isReading()) return undefined
    const now = clock.now()
    trimShard(source, shard, now)
    const target = mappedTarget(region, mapping, house.ids.random)
    if (target === undefined) return lookAgainLater()
    const progress = progressIn(source, shard, mapping)
    const place = { source, shard, mapping, progress, lane }
    if (lane.todo.length === 0) {
      const reached = readShard(place, filterFor(mapping.settings), now)
      for (const other of reached) if (other !== lane && !atWork.has(other)) plan(shard, other, now)
      const next = formSegment(place, now)
      if (next === undefined) return undefined
      if ('lookAt' in next) return plan(shard, lane, next.lookAt)
      lane.todo.push(next)
    }
    const { notBefore } = lane.todo[0]!
    if (notBefore > now) return plan(shard, lane, notBefore)
    const run = runSegment(place, { region, house, target }).finally(() => {
      atWork.delete(lane)
      settled?.(shard)
      // A lane that has nothing more to do has the shard's lanes made anew, if their number has changed.
      if (lanesOf(progress).includes(lane)) plan(shard, lane, lane.todo[0]?.notBefore ?? clock.now())
      else wakeShard(shard)
    })
    atWork.set(lane, run)
    return run
  }

  /** A function that is gone may come back, but nobody waits for that. */
  function lookAgainLater(): void {
    if (looksAgain) return
    looksAgain = true
    clock.limit(clock.now() + 60_000, () => {
      looksAgain = false
      wake()
    })
  }

  return {
    open() {
      for (const shard of source.shards.values()) progressIn(source, shard, mapping)
    },
    wake,
    async rest() {
      await Promise.allSettled(atWork.values())
    },
  }
}
