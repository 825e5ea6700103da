import type { EventSourceMappingRecord } from '../../state/eventSourceMappingRecord'
import type { EventSourceRecord } from '../../state/eventSourceRecord'
import type { LogRecord } from '../../state/logRecord'
import type { QueueRecord } from '../../state/queueRecord'
import type { RegionState } from '../../state/regionState'
import type { LogRequest } from './logs/logRequest'
import type { QueueMessageRequest } from './queues/queueMessageRequest'
import type { SourceMessage, SourceView } from './sourceMessages'

/**
 * The queues, streams and clusters of one double at work: what is sent to them, and the mappings that read them. Nothing polls:
 * a mapping looks when something has come, when a place is free, or when its time is there.
 */
export interface EventSources {
  /** Puts a message into a queue, unless a FIFO queue takes it for the same again: then it is the first one that comes back. */
  sendMessage(region: RegionState, queue: QueueRecord, request: QueueMessageRequest): SourceMessage
  /** Writes a record to a stream, a topic or a broker's queue. */
  sendRecord(region: RegionState, source: LogRecord, request: LogRequest): SourceMessage
  /** A mapping was made or changed, and is at work again at this time. */
  mappingChanged(region: RegionState, mapping: EventSourceMappingRecord, at: number): void
  /** What a source has and has had. */
  view(region: RegionState, source: EventSourceRecord): SourceView
  /** Sets everything in motion that a region has: after it was put there as a whole. */
  resume(region: RegionState): void
}
