import type { EventSourceMappingRecord } from '../../../state/eventSourceMappingRecord'
import type { QueueMessageRecord } from '../../../state/queueRecord'
import { recordEnd } from '../../../state/sourceHistory'
import type { RuntimeHouse } from '../../invocation'
import type { Filter } from '../filter/filterFor'
import { largestEvent } from '../largestEvent'
import { filterableMessage, queueMessageEvent } from '../records/queueEvent'
import type { LiveQueue } from './liveQueue'

/** Messages that a mapping has received together. */
export interface QueueBatch {
  readonly messages: readonly QueueMessageRecord[]
  /** The event's JSON. */
  readonly payload: string
  /** Until then nobody else receives them, in epoch milliseconds. */
  readonly hiddenUntil: number
}

/** What a mapping looks at before it takes a message. */
interface Admission {
  readonly passes: Filter
  /** Whether the function has been invoked too often in the chain that the message comes from. */
  readonly isLoop: (message: QueueMessageRecord) => boolean
}

/**
 * Receives as many messages as one event takes. On the way it drops what is too old and what the filters do not let through, and
 * moves to the dead-letter queue what has been received as often as the redrive policy allows, or is part of a loop. Undefined if
 * nothing is left.
 */
export function receiveBatch(
  queue: LiveQueue,
  { settings }: EventSourceMappingRecord,
  { passes, isLoop }: Admission,
  { clock, ids }: RuntimeHouse,
): QueueBatch | undefined {
  const { record } = queue
  const now = clock.now()
  const hiddenUntil = now + record.settings.visibilityTimeout * 1000
  const messages: QueueMessageRecord[] = []
  const texts: string[] = []
  let size = 14
  queue.ready.take(now, (message) => {
    if (messages.length >= settings.batchSize) return false
    if (queue.expire(message, now) || queue.redrive(message)) return true
    if (isLoop(message)) {
      queue.cutOff(message)
      return true
    }
    const received = {
      ...message,
      receives: message.receives + 1,
      receiptHandle: ids.token(32),
      firstReceivedAt: message.firstReceivedAt ?? now,
    }
    const event = queueMessageEvent(record, received)
    if (!passes(() => filterableMessage(event))) {
      record.messages.delete(message.id)
      recordEnd(record.history, {
        how: 'discarded',
        item: message,
        reason: 'No filter of the mapping lets it through.',
        attempts: message.receives,
        at: now,
      })
      return true
    }
    const text = JSON.stringify(event)
    const bytes = Buffer.byteLength(text) + 1
    if (messages.length > 0 && size + bytes > largestEvent) return false
    size += bytes
    const { receives, receiptHandle, firstReceivedAt } = received
    Object.assign(message, { receives, receiptHandle, firstReceivedAt, visibleAt: hiddenUntil })
    messages.push(message)
    texts.push(text)
    return true
  })
  return messages.length === 0 ? undefined : { messages, payload: `{"Records":[${texts.join(',')}]}`, hiddenUntil }
}
