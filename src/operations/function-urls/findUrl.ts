import type { FunctionRecord } from '../../state/functionRecord'
import type { FunctionUrlRecord } from '../../state/functionUrlRecord'
import type { RegionState } from '../../state/regionState'
import type { World } from '../../state/world'

/** A function URL with the function that it leads to. */
export interface FoundUrl {
  readonly region: RegionState
  readonly fn: FunctionRecord
  readonly url: FunctionUrlRecord
}

/** The function URL of an id, in whatever account it is. Without a region all are searched: an id is never given twice. */
export function findUrl(world: World, id: string, region?: string): FoundUrl | undefined {
  for (const found of allUrls(world)) {
    if (found.url.id === id && (region === undefined || region === found.region.region)) return found
  }
  return undefined
}

/** Every function URL of every account and region. */
export function* allUrls(world: World): Generator<FoundUrl, void, undefined> {
  for (const region of world.all()) {
    for (const fn of region.functions.values()) for (const url of fn.urls.values()) yield { region, fn, url }
  }
}
