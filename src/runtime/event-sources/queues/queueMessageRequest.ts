import type { QueueAttribute } from '../../../state/queueRecord'

/** A message as its producer sends it. */
export interface QueueMessageRequest {
  readonly body: string
  readonly attributes: Readonly<Record<string, QueueAttribute>>
  readonly groupId: string | undefined
  readonly deduplicationId: string | undefined
  /** Seconds; the queue's own if undefined. */
  readonly delay: number | undefined
  readonly traceHeader: string | undefined
}
