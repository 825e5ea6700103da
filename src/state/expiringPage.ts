import { invalidParameter } from '../errors/invalidParameter'
import { page, type Page } from './page'

/** Markers of durable executions are good for 24 hours. */
const lifetime = 86_400_000

/** A list of durable executions, of their events or of their operations, oldest first. */
export interface ExpiringList<Item> {
  readonly name: string
  readonly items: readonly Item[]
  /** Newest first: what is added between two pages does not move the second. */
  readonly reverse?: boolean | undefined
}

/**
 * A page of 100 items, or of as many as MaxItems says up to 1,000; 0 asks for the default.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetDurableExecutionHistory.html
 */
export function expiringPage<Item>(
  { name, items, reverse = false }: ExpiringList<Item>,
  input: { readonly Marker?: string | undefined; readonly MaxItems?: number | undefined },
  now: number,
): Page<Item> {
  const opened = input.Marker === undefined ? undefined : open(input.Marker, now)
  const length = opened?.length ?? items.length
  const ordered = reverse ? items.slice(0, length).reverse() : items
  const found = page(
    { name: reverse ? `${name} reversed` : name, items: ordered, most: 1_000 },
    { Marker: opened?.marker, MaxItems: input.MaxItems || 100 },
  )
  return { items: found.items, nextMarker: found.nextMarker && seal(`${now} ${length} ${found.nextMarker}`) }
}

function seal(text: string): string {
  return Buffer.from(text).toString('base64')
}

function open(marker: string, now: number): { readonly length: number; readonly marker: string } {
  const found = /^(\d+) (\d+) (\S+)$/.exec(Buffer.from(marker, 'base64').toString())
  if (found === null || now - Number(found[1]) > lifetime) throw invalidParameter('Invalid Marker')
  return { length: Number(found[2]), marker: found[3]! }
}
