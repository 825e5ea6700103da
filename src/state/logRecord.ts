import { newSourceHistory, type SourceHistory } from './sourceHistory'
import type { SourceType } from './sourceType'

/** One record of a log, as it is delivered. */
export interface LogItem {
  /** Sequence number, or what else it is called by in its log. */
  readonly id: string
  /** When it came in, in epoch milliseconds. */
  readonly at: number
  /** Records of one key stay in order: the partition key, the key of a table's item. */
  readonly key: string
  /** The topic, queue or collection, where mappings choose among them. */
  readonly channel: string
  /** JSON of the record as the function gets it. */
  readonly text: string
  /** The same with its data decoded, as JSON: what filters see and people read. */
  readonly decoded: string
}

/** A part of a log that is read in order. */
export interface LogShard {
  readonly id: string
  /** Those that have not run out of their retention, oldest first. */
  items: LogItem[]
  /** How many there were before the first of `items`. */
  gone: number
}

/** Records that a function gets together until they are done with. */
export interface LogSegment {
  readonly items: readonly LogItem[]
  /** Runs with exactly these that failed: what the limit of retries counts. */
  failures: number
  /** All runs that these records went through. */
  runs: number
  /** How often in a row there was no place to run. */
  refusals: number
  /** The last failed run, for the record of failure. */
  lastRun?:
    { readonly requestId: string; readonly executedVersion: string; readonly functionError: string | undefined } | undefined
  /** Before then the function is left in peace, in epoch milliseconds. */
  notBefore: number
  /** Nothing but the end of a window; `items` is empty. */
  readonly closes?: 'atEnd' | 'early' | undefined
}

/** A tumbling window under way. Times in epoch milliseconds. */
export interface LogWindow {
  readonly start: number
  readonly end: number
  /** JSON of what the function has carried over. */
  state: string
}

/** Records of some keys of a shard, on their way to a function one batch after the other. */
export interface LogLane {
  /** Read, passed by the filters, and in no batch yet. */
  pending: LogItem[]
  /** When the first of `pending` was read. */
  since: number
  /** What is being processed, the next one first. */
  todo: LogSegment[]
  window?: LogWindow | undefined
}

/** How far a mapping has got in a shard. */
export interface ShardProgress {
  /** The number of the next record to read, counted from the first that ever was in the shard. */
  next: number
  lanes: LogLane[]
}

/** A stream, a topic or whatever else is read in order and by everyone for himself. */
export interface LogRecord {
  readonly shape: 'log'
  readonly type: Exclude<SourceType, 'sqs' | 'sqsFifo'>
  readonly arn: string
  /** What its kind of source is made of, such as the keys of a table. */
  settings: Readonly<Record<string, unknown>>
  /** How long records are kept, in milliseconds; undefined if for ever. */
  retention: number | undefined
  readonly shards: Map<string, LogShard>
  /** The number of the last record. */
  sequence: number
  /** The next offset in each partition of a topic. */
  readonly offsets: Map<string, number>
  /** By the mapping's UUID, then by shard. */
  readonly progress: Map<string, Map<string, ShardProgress>>
  readonly history: SourceHistory<LogItem>
}

export function newLogRecord(
  source: Pick<LogRecord, 'type' | 'arn' | 'settings' | 'retention'> & { readonly shards: readonly string[] },
): LogRecord {
  return {
    ...source,
    shape: 'log',
    shards: new Map(source.shards.map((id) => [id, { id, items: [], gone: 0 }])),
    sequence: 0,
    offsets: new Map(),
    progress: new Map(),
    history: newSourceHistory(),
  }
}
