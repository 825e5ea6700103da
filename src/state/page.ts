import { invalidParameter } from '../errors/invalidParameter'

/** A part of a list, and the marker of the part after it. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextMarker: string | undefined
}

/** A whole list, as it is now. */
export interface Listed<Item> {
  /** Markers are good for one list only. */
  readonly name: string
  readonly items: readonly Item[]
  /** The most that AWS puts into one page, whatever MaxItems asks for. */
  readonly most: number
  /** Tells an item from the others, if items can be taken out of the list. */
  readonly keyOf?: (item: Item) => string
}

/**
 * The page of a list that starts at a marker, which is opaque to the caller. It leads to the item that was next when it was given,
 * so that whoever deletes what a page shows misses nothing of the next one; if that item itself is gone, to the place where it was.
 */
export function page<Item>(
  { name, items, most, keyOf = () => '' }: Listed<Item>,
  input: { readonly Marker?: string | undefined; readonly MaxItems?: number | undefined },
): Page<Item> {
  const start = input.Marker === undefined ? 0 : placeOf(input.Marker)
  const end = start + Math.min(input.MaxItems ?? most, most)
  return {
    items: items.slice(start, end),
    nextMarker: end < items.length ? Buffer.from(`${name}:${end}:${keyOf(items[end]!)}`).toString('base64') : undefined,
  }

  function placeOf(marker: string): number {
    const text = Buffer.from(marker, 'base64').toString()
    const [, place, key] = (text.startsWith(`${name}:`) && /^(\d+):(.*)$/.exec(text.slice(name.length + 1))) || []
    if (place === undefined) throw invalidParameter('Invalid Marker')
    const found = key === '' ? -1 : items.findIndex((item) => keyOf(item) === key)
    return found === -1 ? Number(place) : found
  }
}
