import type { LogItem, LogSegment } from '../../../state/logRecord'
import { recordBatch, recordEnd, type BatchRecord } from '../../../state/sourceHistory'
import { waitAfterRefusal } from '../../async/retryPolicy'
import type { RegionState } from '../../../state/regionState'
import type { RuntimeHouse } from '../../invocation'
import { batchAnswer } from '../batchAnswer'
import { runMapped, type MappedRun, type MappedTarget } from '../runMapped'
import type { StreamCondition } from '../streamCondition'
import { failureDelivery } from './failureRecord'
import { newSegment, type LanePlace } from './formSegment'
import { logEvent } from './logEvent'
import { expiredReason } from './shardProgress'
import { itemIdOf } from './itemId'
import { retryLimit } from './retryLimit'

/** Bytes of the largest state that a tumbling window carries over. */
const largestState = 1024 * 1024

export interface SegmentSurroundings {
  readonly region: RegionState
  readonly house: RuntimeHouse
  readonly target: MappedTarget
}

/**
 * Goes one step on with the first batch of a lane: gives up what is too old, or runs the function and takes from its answer what is
 * done and what is to be tried again. Afterwards `lane.todo` says what comes next.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-errors.html
 */
export async function runSegment(place: LanePlace, { region, house, target }: SegmentSurroundings): Promise<void> {
  const { source, shard, mapping, lane } = place
  const { settings } = mapping
  const { clock } = house
  const segment = lane.todo[0]!
  if (await dropOld()) return
  const run = await runMapped(region, target, { payload: eventOf(segment.items), attempt: segment.runs + 1 }, house)
  if (run === undefined) return refused()
  segment.refusals = 0
  segment.runs++
  const { error, answer, state } = judge(run)
  if (error === undefined && answer === undefined) {
    note('processed', run, [])
    succeed(segment.items.length, state)
    return
  }
  mapping.lastProcessingResult = 'PROBLEM: Function call failed'
  segment.lastRun = {
    requestId: run.requestId,
    executedVersion: run.outcome.executedVersion,
    functionError: run.outcome.functionError,
  }
  const index = answer === undefined ? 0 : segment.items.findIndex(({ id }) => answer.has(id))
  note(index > 0 ? 'partly failed' : 'failed', run, segment.items.slice(index), error)
  if (index > 0 && state !== undefined && lane.window) lane.window.state = state
  for (const item of segment.items.slice(0, index)) end('done', item)
  await tryAgain(segment.items.slice(index), index > 0)

  /** What the run says: an error, or the records that are to be tried again. */
  function judge({ outcome, error: failure }: MappedRun) {
    if (failure !== undefined) return { error: failure }
    let carried: string | undefined
    if (lane.window !== undefined && segment.closes === undefined) {
      carried = stateIn(outcome.payload)
      if (carried === undefined) return { error: 'The answer has no state, which a tumbling window asks for.' }
    }
    if (!settings.reportBatchItemFailures) return { state: carried }
    const ids = segment.items.map(({ id }) => id)
    const said = batchAnswer(outcome.payload, ids, itemIdOf(source.type))
    if (said.kind === 'failed') return { error: said.error }
    return { state: carried, answer: said.kind === 'partlyFailed' ? said.failed : undefined }
  }

  function succeed(count: number, state: string | undefined): void {
    mapping.lastProcessingResult = 'OK'
    for (const item of segment.items.slice(0, count)) end('done', item)
    lane.todo.shift()
    if (segment.closes !== undefined) lane.window = undefined
    else if (lane.window !== undefined && state !== undefined) {
      lane.window.state = state
      if (Buffer.byteLength(state) > largestState) lane.todo.unshift(newSegment([], clock.now(), 'early'))
    }
  }

  /** Halves of a batch are no retry of it; what is left after a part that was processed is one, unless it is split off by bisecting. */
  async function tryAgain(items: readonly LogItem[], isPart: boolean): Promise<void> {
    const now = clock.now()
    const of = (part: readonly LogItem[]): LogSegment => ({ ...segment, items: part, notBefore: now })
    if (settings.bisectBatch && isPart) lane.todo.splice(0, 1, of(items))
    else if (settings.bisectBatch && items.length > 1) {
      const middle = Math.ceil(items.length / 2)
      lane.todo.splice(0, 1, of(items.slice(0, middle)), of(items.slice(middle)))
    } else {
      const failures = segment.failures + 1
      lane.todo.splice(0, 1, { ...of(items), failures, notBefore: now + waitAfterRefusal(failures) })
      if (failures > retryLimit(mapping)) await giveUp(items.length, 'RetryAttemptsExhausted')
    }
  }

  /** Gives up the records at the beginning that are too old; true if there were any. */
  async function dropOld(): Promise<boolean> {
    const now = clock.now()
    const { maximumRecordAge = -1 } = settings
    const times = segment.items.length === 0 ? [lane.window!.end] : segment.items.map(({ at }) => at)
    const isGone = (at: number) => source.retention !== undefined && now - at >= source.retention
    const isOld = (at: number) => maximumRecordAge !== -1 && now - at > maximumRecordAge * 1000
    const old = countWhile(times, isOld)
    const gone = countWhile(times, isGone)
    if (old >= gone && old > 0) await giveUp(old, 'RecordAgeExceeded')
    else if (gone > 0) drop(gone, (item) => end('discarded', item, expiredReason(source.retention!)))
    return old + gone > 0
  }

  /** Takes the first records out of the batch; a batch without records is the end of a window. */
  function drop(count: number, each: (item: LogItem) => void): void {
    const first = lane.todo[0]!
    first.items.slice(0, count).forEach(each)
    const rest = first.items.slice(count)
    if (rest.length > 0) lane.todo[0] = { ...first, items: rest }
    else lane.todo.shift()
    if (first.closes !== undefined) lane.window = undefined
  }

  async function giveUp(count: number, condition: StreamCondition): Promise<void> {
    const first = lane.todo[0]!
    const items = first.items.slice(0, count)
    const destination = settings.onFailure
    const why =
      condition === 'RecordAgeExceeded'
        ? `It was older than ${settings.maximumRecordAge} s`
        : `The function failed ${first.runs === 1 ? 'once' : `${first.runs} times`}`
    const told = destination === undefined || items.length === 0 ? undefined : destination
    drop(count, (item) =>
      end(told === undefined ? 'discarded' : 'onFailure', item, `${why} (${condition})${told ? `; ${told} was told` : ''}.`),
    )
    if (told === undefined) return
    await house.deliver(
      failureDelivery(told, { source, shard, mapping, items, condition, segment: first, event: eventOf(items) }, house),
    )
  }

  function refused(): void {
    segment.refusals++
    segment.notBefore = clock.now() + waitAfterRefusal(segment.refusals)
    mapping.lastProcessingResult = 'PROBLEM: Function call failed'
    note('throttled', undefined, segment.items, 'There was no place to run the function in.')
  }

  function eventOf(items: readonly LogItem[]): string {
    const window = lane.window && { ...lane.window, closes: segment.closes }
    const { role } = target.version.configuration
    return logEvent({ source, shard, mapping, items, role, isRedelivered: segment.runs > 0, window })
  }

  function end(how: 'done' | 'onFailure' | 'discarded', item: LogItem, reason?: string): void {
    const attempts = lane.todo[0]?.runs ?? segment.runs
    recordEnd(source.history, { how, item, reason, functionName: target.fn.name, attempts, at: clock.now() })
  }

  function note(outcome: BatchRecord['outcome'], run: MappedRun | undefined, failed: readonly LogItem[], error?: string): void {
    recordBatch(source.history, {
      mapping: mapping.uuid,
      functionName: target.fn.name,
      requestId: run?.requestId,
      outcome,
      ids: segment.items.map(({ id }) => id),
      failed: failed.map(({ id }) => id),
      error,
      at: clock.now(),
    })
  }
}

function countWhile(times: readonly number[], holds: (time: number) => boolean): number {
  const index = times.findIndex((time) => !holds(time))
  return index < 0 ? times.length : index
}

/** JSON of the state that the function carries over. */
function stateIn(payload: Uint8Array): string | undefined {
  try {
    const { state } = (JSON.parse(Buffer.from(payload).toString()) ?? {}) as { readonly state?: unknown }
    return typeof state === 'object' && state !== null ? JSON.stringify(state) : undefined
  } catch {
    return undefined
  }
}
