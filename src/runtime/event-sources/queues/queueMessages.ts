import type { QueueMessageRecord, QueueRecord } from '../../../state/queueRecord'
import type { EndedRecord, EndState } from '../../../state/sourceHistory'
import { decodedText, queueMessageEvent } from '../records/queueEvent'
import type { SourceMessage, SourceMessages } from '../sourceMessages'

/** What is in a queue and what has been, for those who look. */
export function queueMessages(queue: QueueRecord, now: number): SourceMessages {
  const there = [...queue.messages.values()]
  const shown = (message: QueueMessageRecord, ended?: EndedRecord<QueueMessageRecord>) => messageOf(queue, message, ended)
  const ended = (how: EndState) => queue.history.ended.filter((end) => end.how === how).map((end) => shown(end.item, end))
  return {
    visible: there.filter(({ visibleAt }) => visibleAt <= now).map((message) => shown(message)),
    delayed: there.filter(({ visibleAt, receives }) => visibleAt > now && receives === 0).map((message) => shown(message)),
    inFlight: there.filter(({ visibleAt, receives }) => visibleAt > now && receives > 0).map((message) => shown(message)),
    done: ended('done'),
    dead: ended('dead'),
    onFailure: [],
    discarded: ended('discarded'),
  }
}

/** A message of a queue, with its end if it had one. */
export function messageOf(
  queue: QueueRecord,
  message: QueueMessageRecord,
  ended?: EndedRecord<QueueMessageRecord>,
): SourceMessage {
  return {
    id: message.id,
    body: message.body,
    data: decodedText(message.body),
    // As it would stand in an event, without what is undefined.
    record: JSON.parse(JSON.stringify(queueMessageEvent(queue, message))) as unknown,
    attempts: message.receives,
    functionName: ended?.functionName,
    reason: ended?.reason,
    at: ended?.at ?? message.sentAt,
  }
}
