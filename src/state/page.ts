import { invalidParameter } from '../errors/invalidParameter'

/** A part of a list, and the marker of the part after it. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextMarker: string | undefined
}

/**
 * The page of `list` that starts at `marker`. Markers are opaque to the caller and good for one list only.
 * @param most the most that AWS puts into one page, whatever MaxItems asks for
 */
export function page<Item>(
  list: { readonly name: string; readonly items: readonly Item[]; readonly most: number },
  input: { readonly Marker?: string | undefined; readonly MaxItems?: number | undefined },
): Page<Item> {
  const start = input.Marker === undefined ? 0 : position(list.name, input.Marker)
  const end = start + Math.min(input.MaxItems ?? list.most, list.most)
  return {
    items: list.items.slice(start, end),
    nextMarker: end < list.items.length ? Buffer.from(`${list.name}:${end}`).toString('base64') : undefined,
  }
}

function position(list: string, marker: string): number {
  const found = /^(.+):(\d+)$/.exec(Buffer.from(marker, 'base64').toString())
  if (found?.[1] !== list) throw invalidParameter('Invalid Marker')
  return Number(found[2])
}
