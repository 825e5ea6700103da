import type { LogRecord } from './logRecord'
import type { QueueRecord } from './queueRecord'

/** Something that mappings read: a queue, from which each message is taken once, or a log, which every mapping reads for itself. */
export type EventSourceRecord = QueueRecord | LogRecord
