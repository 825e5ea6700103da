import type { QueueMessageRecord, QueueRecord } from '../../../state/queueRecord'
import type { RuntimeHouse } from '../../invocation'
import { attributesChecksum, md5 } from '../records/messageChecksum'
import type { QueueMessageRequest } from './queueMessageRequest'

/** How long a FIFO queue takes a message with the same deduplication id for the same, in milliseconds. */
const deduplicationInterval = 5 * 60_000

/**
 * A message with what SQS adds to it, or the one that it is a duplicate of. The queue remembers it for that; it is not put in yet.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html
 */
export function newMessage(
  queue: QueueRecord,
  request: QueueMessageRequest,
  { clock, ids }: RuntimeHouse,
): { readonly message: QueueMessageRecord; readonly isDuplicate: boolean } {
  const now = clock.now()
  const { settings } = queue
  const deduplicationId =
    queue.type === 'sqs'
      ? undefined
      : (request.deduplicationId ?? (settings.contentBasedDeduplication ? md5(request.body) : ids.uuid()))
  const before = deduplicationId === undefined ? undefined : queue.seen.get(deduplicationId)
  if (before !== undefined && before.until > now) return { message: before.message, isDuplicate: true }
  const message: QueueMessageRecord = {
    id: ids.uuid(),
    body: request.body,
    md5: md5(request.body),
    attributes: request.attributes,
    attributesMd5: attributesChecksum(request.attributes),
    sentAt: now,
    traceHeader: request.traceHeader,
    groupId: request.groupId,
    deduplicationId,
    sequenceNumber: queue.type === 'sqsFifo' ? sequenceNumber(++queue.sequence) : undefined,
    visibleAt: now + (request.delay ?? settings.delaySeconds) * 1000,
    receives: 0,
  }
  if (deduplicationId !== undefined) {
    forgetOld(queue, now)
    queue.seen.set(deduplicationId, { message, until: now + deduplicationInterval })
  }
  return { message, isDuplicate: false }
}

/** The oldest stand first. */
function forgetOld({ seen }: QueueRecord, now: number): void {
  for (const [id, { until }] of seen) {
    if (until > now) return
    seen.delete(id)
  }
}

/** Twenty digits, as SQS has them. */
function sequenceNumber(count: number): string {
  return `188${String(count).padStart(17, '0')}`
}
