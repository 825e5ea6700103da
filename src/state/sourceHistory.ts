/** Where a record can end: processed, in a dead-letter queue, at a failure destination, or thrown away. */
export type EndState = 'done' | 'dead' | 'onFailure' | 'discarded'

/** How a record ended, for one mapping. */
export interface EndedRecord<Item> {
  readonly how: EndState
  readonly item: Item
  /** Why, unless it is done. */
  readonly reason?: string | undefined
  /** The function that had it last; none if no mapping ever took it. */
  readonly functionName?: string | undefined
  /** How often the function ran with it. */
  readonly attempts: number
  /** Epoch milliseconds. */
  readonly at: number
}

/** What became of one run of a function with a batch. */
export interface BatchRecord {
  /** UUID of the mapping. */
  readonly mapping: string
  readonly functionName: string
  /** `awsRequestId` of the run; undefined if Lambda did not let it run. */
  readonly requestId: string | undefined
  readonly outcome: 'processed' | 'partly failed' | 'failed' | 'throttled'
  /** Message ids or sequence numbers, in the order in which the function got them. */
  readonly ids: readonly string[]
  /** Those that are to be tried again, or were given up. */
  readonly failed: readonly string[]
  /** What the function failed with, or what was wrong with its answer. */
  readonly error: string | undefined
  readonly at: number
}

/** What has been, newest last. */
export interface SourceHistory<Item> {
  ended: EndedRecord<Item>[]
  batches: BatchRecord[]
  /** Older entries that had to make room. */
  dropped: number
}

/** So many entries are kept of each kind at least, and twice as many at most. */
const most = 10_000

export function newSourceHistory<Item>(): SourceHistory<Item> {
  return { ended: [], batches: [], dropped: 0 }
}

/** Forgets what has been; what is there still is no part of it. */
export function clearHistory(history: SourceHistory<unknown>): void {
  history.ended = []
  history.batches = []
  history.dropped = 0
}

/** Takes down how a record ended. */
export function recordEnd<Item>(history: SourceHistory<Item>, end: EndedRecord<Item>): void {
  history.ended.push(end)
  history.dropped += makeRoom(history.ended)
}

/** Takes down what became of a batch. */
export function recordBatch(history: SourceHistory<unknown>, batch: BatchRecord): void {
  history.batches.push(batch)
  history.dropped += makeRoom(history.batches)
}

function makeRoom(entries: unknown[]): number {
  return entries.length < 2 * most ? 0 : entries.splice(0, most).length
}
