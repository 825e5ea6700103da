import { newSourceHistory, type SourceHistory } from './sourceHistory'

/** A queue's attributes, as far as they matter here. Times in seconds. */
export interface QueueSettings {
  readonly visibilityTimeout: number
  readonly messageRetentionPeriod: number
  readonly delaySeconds: number
  readonly contentBasedDeduplication: boolean
  readonly redrive?: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number } | undefined
}

/** AWS's defaults. */
export const defaultQueueSettings: QueueSettings = {
  visibilityTimeout: 30,
  messageRetentionPeriod: 4 * 24 * 60 * 60,
  delaySeconds: 0,
  contentBasedDeduplication: false,
}

/** A message attribute as it was sent; binary values in base64. */
export interface QueueAttribute {
  readonly dataType: string
  readonly stringValue?: string | undefined
  readonly binaryValue?: string | undefined
}

/** A message in a queue. Times in epoch milliseconds. */
export interface QueueMessageRecord {
  readonly id: string
  readonly body: string
  readonly md5: string
  readonly attributes: Readonly<Record<string, QueueAttribute>>
  readonly attributesMd5: string | undefined
  readonly sentAt: number
  readonly traceHeader: string | undefined
  /** Of FIFO queues. */
  readonly groupId?: string | undefined
  readonly deduplicationId?: string | undefined
  readonly sequenceNumber?: string | undefined
  /** The queue that it was moved here from, as a dead letter. */
  readonly deadLetterOf?: string | undefined
  /** When somebody can receive it next. */
  visibleAt: number
  receives: number
  firstReceivedAt?: number | undefined
  receiptHandle?: string | undefined
}

/** An SQS queue. */
export interface QueueRecord {
  readonly shape: 'queue'
  readonly type: 'sqs' | 'sqsFifo'
  readonly arn: string
  /** The test has said that it is there, and what it is like; others have AWS's defaults for want of anything better. */
  isDeclared?: boolean | undefined
  settings: QueueSettings
  /** By message id, in the order in which they came in; those that ended are gone. */
  readonly messages: Map<string, QueueMessageRecord>
  /** The number of the last message of a FIFO queue. */
  sequence: number
  /** What FIFO queues take for the same message again, by deduplication id. */
  readonly seen: Map<string, { readonly message: QueueMessageRecord; readonly until: number }>
  readonly history: SourceHistory<QueueMessageRecord>
}

export function newQueueRecord(arn: string, settings: QueueSettings = defaultQueueSettings): QueueRecord {
  return {
    shape: 'queue',
    type: arn.endsWith('.fifo') ? 'sqsFifo' : 'sqs',
    arn,
    settings,
    messages: new Map(),
    sequence: 0,
    seen: new Map(),
    history: newSourceHistory(),
  }
}
