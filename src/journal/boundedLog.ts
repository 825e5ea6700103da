/** The last entries of something that may go on for ever: the calls and the runs of a double. */
export interface BoundedLog<T> {
  /** How many entries are kept. */
  readonly size: number
  /** How many older entries had to make room. */
  readonly dropped: number
  push(entry: T): void
  /** The kept entries, oldest first, in an array of the caller's own. */
  entries(): T[]
  clear(): void
}

/** A log that keeps the last `limit` entries; adding one takes the same time however many there are. */
export function createBoundedLog<T>(limit: number): BoundedLog<T> {
  let ring: T[] = []
  let oldest = 0
  let dropped = 0

  return {
    get size() {
      return ring.length
    },
    get dropped() {
      return dropped
    },
    push(entry) {
      if (ring.length < limit) {
        ring.push(entry)
        return
      }
      dropped++
      if (limit <= 0) return
      ring[oldest] = entry
      oldest = (oldest + 1) % limit
    },
    entries: () => [...ring.slice(oldest), ...ring.slice(0, oldest)],
    clear() {
      ring = []
      oldest = 0
      dropped = 0
    },
  }
}
