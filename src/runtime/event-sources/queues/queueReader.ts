import type { EventSourceMappingRecord } from '../../../state/eventSourceMappingRecord'
import type { QueueMessageRecord } from '../../../state/queueRecord'
import type { RegionState } from '../../../state/regionState'
import { recordBatch, recordEnd } from '../../../state/sourceHistory'
import { waitAfterRefusal } from '../../async/retryPolicy'
import type { RuntimeHouse } from '../../invocation'
import { isLoop } from '../../trace/recursion'
import { continueTrace } from '../../trace/trace'
import { batchAnswer } from '../batchAnswer'
import { filterFor } from '../filter/filterFor'
import { mappedTarget, runMapped, type MappedRun, type MappedTarget } from '../runMapped'
import type { LiveQueue } from './liveQueue'
import { receiveBatch, type QueueBatch } from './receiveBatch'

/** Batches of one mapping that are processed at the same time unless MaximumConcurrency says otherwise: as many as Lambda begins with. */
const pollers = 5

/** How a mapping reads its queue. */
export interface QueueReader {
  /** There may be something to receive, or a place to process it in. */
  wake(): void
}

export interface QueueReaderSurroundings {
  readonly region: RegionState
  readonly mapping: EventSourceMappingRecord
  readonly queue: LiveQueue
  readonly house: RuntimeHouse
  /** Whether the mapping reads now. */
  readonly isReading: () => boolean
}

/**
 * Reads a queue for one mapping: receives batches, has them processed, deletes what is done. What failed comes back when its
 * visibility timeout is over. A throttled batch is tried again for as long as its messages stay hidden.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function createQueueReader({ region, mapping, queue, house, isReading }: QueueReaderSurroundings): QueueReader {
  const { clock } = house
  const { record } = queue
  let running = 0
  let planned: number | undefined
  let looksAgain = false
  /** When the first message came that waits for the batching window. */
  let waitingSince: number | undefined
  /** How often in a row there was no place to run, and until when that is left at rest. */
  let refusals = 0
  let restsUntil = 0

  function plan(at: number): void {
    if (planned !== undefined && planned <= at) return
    planned = at
    clock.schedule(at, () => {
      if (planned !== at) return undefined
      planned = undefined
      return poll()
    })
  }

  function wake(): void {
    if (running < (mapping.settings.maximumConcurrency ?? pollers)) plan(Math.max(clock.now(), restsUntil))
  }

  function poll(): void | Promise<void> {
    if (!isReading() || running >= (mapping.settings.maximumConcurrency ?? pollers)) return undefined
    const target = mappedTarget(region, mapping, house.ids.random)
    if (target === undefined) return lookAgainLater()
    if (waitsForMore()) return undefined
    const isInLoop = ({ traceHeader }: QueueMessageRecord) => isLoop(target.fn, hopsOf(traceHeader, target))
    const batch = receiveBatch(queue, mapping, { passes: filterFor(mapping.settings), isLoop: isInLoop }, house)
    waitingSince = undefined
    if (batch === undefined) return undefined
    running++
    wake()
    return process(batch)
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

  /** Whether the batching window is open still; it opens when there is a message to receive. */
  function waitsForMore(): boolean {
    const { batchingWindow = 0, batchSize } = mapping.settings
    if (batchingWindow === 0 || queue.ready.size === 0 || queue.ready.size >= batchSize) return false
    waitingSince ??= clock.now()
    const closes = waitingSince + batchingWindow * 1000
    if (clock.now() >= closes) return false
    plan(closes)
    return true
  }

  /** How often the function will have been invoked in the chain of a message. */
  function hopsOf(traceHeader: string | undefined, { fn }: MappedTarget): number {
    return traceHeader === undefined ? 1 : continueTrace(traceHeader, fn.arn, house).hops
  }

  /** A batch has one trace: of several, the one that would go on for ever if it were lost. */
  function longestChain(messages: readonly QueueMessageRecord[], target: MappedTarget): string | undefined {
    const headers = messages.map(({ traceHeader }) => traceHeader).filter((header) => header !== undefined)
    const [first, ...others] = new Set(headers)
    return others.reduce((longest, next) => (hopsOf(next, target) > hopsOf(longest, target) ? next : longest), first)
  }

  async function process(batch: QueueBatch): Promise<void> {
    const target = mappedTarget(region, mapping, house.ids.random)
    const attempt = Math.max(...batch.messages.map(({ receives }) => receives))
    const traceHeader = target && longestChain(batch.messages, target)
    const run = target && (await runMapped(region, target, { payload: batch.payload, attempt, traceHeader }, house))
    if (run === undefined) return refused(batch)
    refusals = 0
    const answer = answerOf(batch, run)
    const isFailed = ({ id }: QueueMessageRecord) =>
      answer.kind === 'failed' || (answer.kind === 'partlyFailed' && answer.failed.has(id))
    const failed = batch.messages.filter(isFailed)
    const functionName = target!.fn.name
    finish(
      batch,
      batch.messages.filter((message) => !isFailed(message)),
      functionName,
    )
    recordBatch(record.history, {
      mapping: mapping.uuid,
      functionName,
      requestId: run.requestId,
      outcome: failed.length === 0 ? 'processed' : failed.length < batch.messages.length ? 'partly failed' : 'failed',
      ids: batch.messages.map(({ id }) => id),
      failed: failed.map(({ id }) => id),
      error: run.error ?? (answer.kind === 'failed' ? answer.error : undefined),
      at: clock.now(),
    })
    release(batch, failed)
  }

  function answerOf({ messages }: QueueBatch, { outcome, error }: MappedRun): ReturnType<typeof batchAnswer> {
    if (error !== undefined) return { kind: 'failed', error }
    if (!mapping.settings.reportBatchItemFailures) return { kind: 'processed' }
    return batchAnswer(
      outcome.payload,
      messages.map(({ id }) => id),
    )
  }

  /** Deletes messages; one that was received again meanwhile is somebody else's. */
  function finish({ hiddenUntil }: QueueBatch, messages: readonly QueueMessageRecord[], functionName: string): void {
    for (const message of messages) {
      if (record.messages.get(message.id) !== message || message.visibleAt !== hiddenUntil) continue
      record.messages.delete(message.id)
      recordEnd(record.history, { how: 'done', item: message, functionName, attempts: message.receives, at: clock.now() })
    }
  }

  function release(batch: QueueBatch, failed: readonly QueueMessageRecord[]): void {
    running--
    if (failed.length > 0) queue.await(failed)
    // Of a FIFO queue, what follows in the groups may go on.
    if (record.type === 'sqsFifo') for (const message of batch.messages) queue.ready.offer(message)
    wake()
  }

  function refused(batch: QueueBatch): void {
    refusals++
    const at = clock.now() + waitAfterRefusal(refusals)
    const ids = batch.messages.map(({ id }) => id)
    const functionName = mapping.functionArn.split(':')[6]!
    const about = { mapping: mapping.uuid, functionName, requestId: undefined, ids, failed: ids, at: clock.now() }
    recordBatch(record.history, { ...about, outcome: 'throttled', error: 'There was no place to run the function in.' })
    if (at < batch.hiddenUntil) {
      clock.schedule(at, () => process(batch))
      return
    }
    restsUntil = at
    release(batch, batch.messages)
  }

  return { wake }
}
