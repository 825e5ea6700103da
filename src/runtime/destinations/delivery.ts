import type { Condition } from '../async/condition'
import type { StreamCondition } from '../event-sources/streamCondition'

/** A message attribute as SQS and SNS take it. */
export interface MessageAttribute {
  readonly DataType: 'String' | 'Number'
  readonly StringValue: string
}

/** What Lambda sent to a destination or a dead-letter target: one entry of `lambda.deliveries()`. */
export interface Delivery {
  /** Of the queue, topic, event bus, bucket or function. */
  readonly arn: string
  readonly kind: 'destination' | 'dead-letter'
  /** Why the event was done with, or why a mapping gave up records of a stream. */
  readonly condition: Condition | StreamCondition
  readonly functionName: string
  /** Of the asynchronous invocation. */
  readonly requestId: string
  /** The decoded invocation record; of a dead letter, the event itself. */
  readonly record: unknown
  /**
   * As the target gets it: the message of a queue or topic, the event of a bus or function, the object of a bucket. JSON, and for
   * a dead letter the bytes of the event as they came.
   */
  readonly body: string
  /** Of a dead letter: RequestID, ErrorCode and ErrorMessage. */
  readonly attributes: Readonly<Record<string, MessageAttribute>>
  /** Of an object in a bucket. */
  readonly key: string | undefined
  /** Epoch milliseconds on the double's clock. */
  readonly at: number
  /** Why it did not arrive: the function is gone, or what `lambda.deliverTo` was given failed. AWS drops it as well. */
  readonly error: string | undefined
}

/** A delivery as it is taken down. What it carries is decoded when somebody looks. */
export interface DeliveryEntry extends Omit<Delivery, 'record' | 'error'> {
  readonly recordText: string
  /** Of the run that it comes from: a queue hands it on. */
  readonly traceHeader: string | undefined
  error: string | undefined
  /** The error is the test author's, and `verify()` has to tell. */
  isMistake: boolean
}

/** A delivery for those who look back; each gets its own copy. */
export function toDelivery(entry: DeliveryEntry): Delivery {
  const { recordText, arn, kind, condition, functionName, requestId, body, attributes, key, at, error } = entry
  const record = JSON.parse(recordText) as unknown
  return { arn, kind, condition, functionName, requestId, record, body, attributes: { ...attributes }, key, at, error }
}
