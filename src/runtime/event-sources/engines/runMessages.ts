import type { EventSourceMappingRecord } from '../../../state/eventSourceMappingRecord'
import type { RegionState } from '../../../state/regionState'
import type { RuntimeHouse } from '../../invocation'
import { batchAnswer } from '../batchAnswer'
import { filterFor } from '../filter/filterFor'
import { largestEvent } from '../largestEvent'
import { filterableMessage, type queueMessageEvent } from '../records/queueEvent'
import { mappedTarget, runMapped } from '../runMapped'

/** A message of a queue that is not the double's own, as the function gets it. */
export type EngineMessage = ReturnType<typeof queueMessageEvent>

/** What became of messages. Those that are in none of the lists had no place to run: there may be one later. */
export interface MessagesEnd {
  /** The queue may delete them: the function has processed them, or no filter of the mapping lets them through. */
  readonly done: readonly EngineMessage[]
  /** They come back when the queue shows them again. */
  readonly failed: readonly EngineMessage[]
  /** What the function failed with, or what was wrong with its answer. */
  readonly error: string | undefined
}

/**
 * Runs a mapping's function with messages that were received together, under the rules for queues: filters, the largest event, the
 * answers of ReportBatchItemFailures. The queue itself, with its visibility timeouts and dead letters, is elsewhere.
 */
export async function runMessages(
  region: RegionState,
  mapping: EventSourceMappingRecord,
  messages: readonly EngineMessage[],
  house: RuntimeHouse,
): Promise<MessagesEnd> {
  const passes = filterFor(mapping.settings)
  const wanted = messages.filter((message) => passes(() => filterableMessage(message)))
  const done = messages.filter((message) => !wanted.includes(message))
  const failed: EngineMessage[] = []
  let error: string | undefined
  for (const part of parts(wanted)) {
    const target = mappedTarget(region, mapping, house.ids.random)
    const attempt = Math.max(...part.map(({ attributes }) => Number(attributes.ApproximateReceiveCount)))
    const traceHeader = part.find(({ attributes }) => attributes.AWSTraceHeader !== undefined)?.attributes.AWSTraceHeader
    const payload = JSON.stringify({ Records: part })
    const run = target && (await runMapped(region, target, { payload, attempt, traceHeader }, house))
    if (run === undefined) break
    const ids = part.map(({ messageId }) => messageId)
    const answer =
      run.error === undefined && mapping.settings.reportBatchItemFailures ? batchAnswer(run.outcome.payload, ids) : undefined
    const isFailed = ({ messageId }: EngineMessage) =>
      run.error !== undefined || answer?.kind === 'failed' || (answer?.kind === 'partlyFailed' && answer.failed.has(messageId))
    error ??= run.error ?? (answer?.kind === 'failed' ? answer.error : undefined)
    for (const message of part) (isFailed(message) ? failed : done).push(message)
  }
  return { done, failed, error }
}

/** As much together as one event takes. */
function parts(messages: readonly EngineMessage[]): EngineMessage[][] {
  const all: EngineMessage[][] = []
  let size = Infinity
  for (const message of messages) {
    const bytes = Buffer.byteLength(JSON.stringify(message)) + 1
    size += bytes
    if (size > largestEvent) {
      all.push([])
      size = bytes + 14
    }
    all.at(-1)!.push(message)
  }
  return all
}
