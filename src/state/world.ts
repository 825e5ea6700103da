import { newRegionState, type RegionState } from './regionState'
import type { ReadObject } from './storedObjects'

/** All accounts and regions of one double. */
export interface World {
  /** The state of one account in one region; an empty one if nothing was there. */
  region(accountId: string, region: string): RegionState
  /** Every account and region that something was asked of. */
  all(): Iterable<RegionState>
  clear(): void
}

export function createWorld(readObject?: ReadObject): World {
  const regions = new Map<string, RegionState>()
  return {
    region(accountId, region) {
      const key = `${accountId}/${region}`
      let state = regions.get(key)
      if (state === undefined) regions.set(key, (state = newRegionState(accountId, region, readObject)))
      return state
    },
    all: () => regions.values(),
    clear: () => regions.clear(),
  }
}
