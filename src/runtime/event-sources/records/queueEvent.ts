import type { QueueMessageRecord, QueueRecord } from '../../../state/queueRecord'

/** Who sends: SQS names the IAM user or role. */
const senderId = 'AIDAIENQZJOLO23YVJ4VO'

/**
 * A message as a function gets it (recorded).
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html#example-standard-queue-message-event
 */
export function queueMessageEvent({ arn, type }: Pick<QueueRecord, 'arn' | 'type'>, message: QueueMessageRecord) {
  const fifo = type === 'sqsFifo'
  return {
    messageId: message.id,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receives),
      ...(message.traceHeader !== undefined && { AWSTraceHeader: message.traceHeader }),
      SentTimestamp: String(message.sentAt),
      ...(fifo && { SequenceNumber: message.sequenceNumber, MessageGroupId: message.groupId }),
      SenderId: senderId,
      ...(fifo && { MessageDeduplicationId: message.deduplicationId }),
      ...(!fifo && message.groupId !== undefined && { MessageGroupId: message.groupId }),
      ...(message.firstReceivedAt !== undefined && { ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt) }),
      ...(message.deadLetterOf !== undefined && { DeadLetterQueueSourceArn: message.deadLetterOf }),
    },
    messageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, { stringValue, binaryValue, dataType }]) => [
        name,
        { stringValue, binaryValue, stringListValues: [], binaryListValues: [], dataType },
      ]),
    ),
    md5OfBody: message.md5,
    md5OfMessageAttributes: message.attributesMd5,
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion: arn.split(':')[3],
  }
}

/** What filters see of a message: the body decoded if it holds an object or a list, and as it is otherwise. */
export function filterableMessage(event: ReturnType<typeof queueMessageEvent>): object {
  return { ...event, body: decodedText(event.body) }
}

/** A text that holds an object or a list in JSON as that; any other text as it is. */
export function decodedText(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown
    return typeof value === 'object' && value !== null ? value : text
  } catch {
    return text
  }
}
