import type { QueueMessageRecord, QueueRecord } from '../../../state/queueRecord'
import type { RegionState } from '../../../state/regionState'
import { recordEnd } from '../../../state/sourceHistory'
import type { RuntimeHouse } from '../../invocation'
import { recursionMessage } from '../../trace/recursion'
import { queueNamed } from './queueNamed'
import { createReadyMessages, type ReadyMessages } from './readyMessages'

/** A queue with what it takes to let time pass over it. */
export interface LiveQueue {
  readonly record: QueueRecord
  readonly ready: ReadyMessages
  /** Takes a message in, to be seen from its `visibleAt` on. */
  put(message: QueueMessageRecord): void
  /** Lets messages be received again, as soon as their visibility timeout is over. */
  await(messages: readonly QueueMessageRecord[]): void
  /** There is somebody now who waits for what cannot be received yet. */
  expectHidden(): void
  /** Takes out a message that is older than the queue keeps any; true if it was. */
  expire(message: QueueMessageRecord, now: number): boolean
  /** Moves a message to the dead-letter queue if it has been received often enough; true if so. */
  redrive(message: QueueMessageRecord): boolean
  /** Ends a message that would go on with a loop: in the dead-letter queue, if there is one. */
  cutOff(message: QueueMessageRecord): void
}

/** What a queue needs of the others. */
export interface QueueSurroundings {
  readonly region: RegionState
  readonly house: RuntimeHouse
  /** Something can be received. */
  readonly wake: (queue: QueueRecord) => void
  /** The queue as it lives, however it came to be. */
  readonly liveQueueOf: (queue: QueueRecord, region: RegionState) => LiveQueue
}

/** @param queue messages that are in it already, as after a snapshot was loaded, are waited for like new ones */
export function createLiveQueue(record: QueueRecord, { region, house, wake, liveQueueOf }: QueueSurroundings): LiveQueue {
  const ready = createReadyMessages(record)
  const { clock } = house

  function isRead(): boolean {
    for (const { source } of region.eventSourceMappings.values()) if (source.arn === record.arn) return true
    return false
  }

  function show(messages: readonly QueueMessageRecord[]): void {
    for (const message of messages) if (record.messages.get(message.id) === message) ready.offer(message)
    wake(record)
  }

  function moveAway(message: QueueMessageRecord, target: string, why: string): void {
    const now = clock.now()
    record.messages.delete(message.id)
    const reason = `${why} went to ${target}.`
    recordEnd(record.history, { how: 'dead', item: message, reason, attempts: message.receives, at: now })
    const fresh = { visibleAt: now, receives: 0, firstReceivedAt: undefined, receiptHandle: undefined }
    liveQueueOf(queueNamed(region, target), region).put({ ...message, ...fresh, deadLetterOf: record.arn })
  }

  const live: LiveQueue = {
    record,
    ready,
    put(message) {
      record.messages.set(message.id, message)
      live.await([message])
    },
    await(messages) {
      const at = Math.max(...messages.map(({ visibleAt }) => visibleAt))
      if (at <= clock.now()) show(messages)
      // Nobody waits for messages that nobody reads.
      else if (isRead()) clock.schedule(at, () => show(messages))
      else clock.limit(at, () => show(messages))
    },
    expectHidden() {
      const now = clock.now()
      for (const message of record.messages.values()) if (message.visibleAt > now) live.await([message])
    },
    expire(message, now) {
      if (now - message.sentAt < record.settings.messageRetentionPeriod * 1000) return false
      record.messages.delete(message.id)
      const reason = `It was older than the ${record.settings.messageRetentionPeriod} s of the queue's MessageRetentionPeriod.`
      recordEnd(record.history, { how: 'discarded', item: message, reason, attempts: message.receives, at: now })
      return true
    },
    redrive(message) {
      const { redrive } = record.settings
      if (redrive === undefined || message.receives < redrive.maxReceiveCount) return false
      const often = message.receives === 1 ? 'once' : `${message.receives} times`
      const why = `It was received ${often}, as often as the queue's RedrivePolicy allows, and`
      moveAway(message, redrive.deadLetterTargetArn, why)
      return true
    },
    cutOff(message) {
      const target = record.settings.redrive?.deadLetterTargetArn
      if (target !== undefined) return moveAway(message, target, `${recursionMessage} It`)
      record.messages.delete(message.id)
      const end = { how: 'discarded', reason: recursionMessage, attempts: message.receives } as const
      recordEnd(record.history, { ...end, item: message, at: clock.now() })
    },
  }
  for (const message of record.messages.values()) live.await([message])
  return live
}
