import type { BatchRecord } from '../../state/sourceHistory'

/** A message or record of a source, for those who look. */
export interface SourceMessage {
  /** Message id, sequence number, or what else the source calls it by. */
  readonly id: string
  /** Of a queue's message, the body as it was sent. */
  readonly body?: string
  /** As AWS delivers it. */
  readonly record: unknown
  /**
   * What it carries, decoded: the body of a message, the data of a record, or the images of a table's change. JSON as the value it
   * holds, anything else as text.
   */
  readonly data: unknown
  /** How often a function got it. */
  readonly attempts: number
  /** Whose mapping had it last; undefined if none did. */
  readonly functionName: string | undefined
  /** Why it ended where it did, unless it is done. */
  readonly reason: string | undefined
  /** When it ended, or when it was sent if it has not, on the double's clock in epoch milliseconds. */
  readonly at: number
}

/**
 * All that a source has had, by where it is now. Of a stream every mapping has its own say: what two of them read shows twice.
 */
export interface SourceMessages {
  /** Can be received; of a stream, what a mapping has yet to read. */
  readonly visible: readonly SourceMessage[]
  /** Sent with a delay that is not over. */
  readonly delayed: readonly SourceMessage[]
  /** With a function, or waiting for its visibility timeout or the next attempt. */
  readonly inFlight: readonly SourceMessage[]
  /** Processed. */
  readonly done: readonly SourceMessage[]
  /** Moved to a dead-letter queue. */
  readonly dead: readonly SourceMessage[]
  /** Given up by a mapping, which told its failure destination. */
  readonly onFailure: readonly SourceMessage[]
  /** Thrown away: let through by no filter, too old, or given up by a mapping without a failure destination. */
  readonly discarded: readonly SourceMessage[]
}

/** What a batch came to, for those who look. */
export type SourceBatch = BatchRecord

/** A source with all that it has had. */
export interface SourceView {
  readonly arn: string
  readonly messages: SourceMessages
  readonly batches: readonly SourceBatch[]
}
