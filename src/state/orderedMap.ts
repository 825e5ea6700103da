/** A map that can be read from any of its entries on, in order of insertion: a page costs the same however many entries there are. */
export interface OrderedMap<Value> {
  readonly size: number
  get(key: string): Value | undefined
  has(key: string): boolean
  set(key: string, value: Value): void
  delete(key: string): boolean
  keys(): IterableIterator<string>
  values(): IterableIterator<Value>
  /** The values from the place on that an earlier reading gave, each with its own place. Places outlive the entries they were of. */
  from(place: number): IterableIterator<readonly [place: number, value: Value]>
  /** The place that the next new entry gets. */
  readonly nextPlace: number
  /** Holds these entries instead of its own, in their places; further ones come behind. */
  refill(entries: Iterable<readonly [key: string, place: number, value: Value]>, nextPlace: number): void
}

interface Entry<Value> {
  readonly place: number
  value: Value
}

export function createOrderedMap<Value>(): OrderedMap<Value> {
  const byKey = new Map<string, Entry<Value>>()
  /** In order of place; a place is never given twice. */
  const entries: Entry<Value>[] = []
  let places = 0

  /** Index of the first entry at or after a place. */
  function indexOf(place: number): number {
    let [low, high] = [0, entries.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (entries[middle]!.place < place) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get size() {
      return byKey.size
    },
    get: (key) => byKey.get(key)?.value,
    has: (key) => byKey.has(key),
    set(key, value) {
      const known = byKey.get(key)
      if (known) return void (known.value = value)
      const entry = { place: places++, value }
      byKey.set(key, entry)
      entries.push(entry)
    },
    delete(key) {
      const known = byKey.get(key)
      if (known === undefined) return false
      entries.splice(indexOf(known.place), 1)
      return byKey.delete(key)
    },
    keys: () => byKey.keys(),
    *values() {
      for (const { value } of byKey.values()) yield value
    },
    *from(place) {
      for (let index = indexOf(place); index < entries.length; index++) yield [entries[index]!.place, entries[index]!.value]
    },
    get nextPlace() {
      return places
    },
    refill(others, nextPlace) {
      byKey.clear()
      entries.length = 0
      for (const [key, place, value] of others) {
        const entry = { place, value }
        byKey.set(key, entry)
        entries.push(entry)
      }
      places = nextPlace
    },
  }
}
