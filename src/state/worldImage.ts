import type { FunctionRecord } from './functionRecord'
import type { RegionState } from './regionState'
import type { Transition } from './transition'
import type { World } from './world'

type Shelves = { [Name in keyof RegionState as RegionState[Name] extends Map<string, unknown> ? Name : never]: RegionState[Name] }

/** What is kept by a key of its own: all of it goes into an image. */
const shelves: Readonly<Record<keyof Shelves, true>> = {
  eventSourceMappings: true,
  eventSources: true,
  layers: true,
  codeSigningConfigs: true,
  capacityProviders: true,
  durableExecutions: true,
  objects: true,
}

/** All that a region has, as plain records. */
export interface RegionImage extends Readonly<Shelves> {
  readonly accountId: string
  readonly region: string
  readonly functions: readonly (readonly [name: string, place: number, record: FunctionRecord])[]
  readonly nextPlace: number
  readonly transitions: readonly Transition[]
}

/** All that a double has, as plain records; they are the state's own and have to be copied. */
export interface WorldImage {
  /** Epoch milliseconds. */
  readonly takenAt: number
  readonly regions: readonly RegionImage[]
}

export function imageOf(world: World, takenAt: number): WorldImage {
  const regions = [...world.all()].map(({ functions, readObject: _, ...rest }: RegionState): RegionImage => {
    const placed = [...functions.from(0)].map(([place, fn]) => [fn.name, place, fn] as const)
    return { ...rest, functions: placed, nextPlace: functions.nextPlace }
  })
  return { takenAt, regions }
}

/**
 * Puts an image in the place of everything that a world has. Its records become the world's own. Times stay as they were, but
 * nothing that was under way takes longer because this clock is behind.
 */
export function fillWorld(world: World, { regions, takenAt }: WorldImage, now: number): void {
  // In place: a request that is under way goes on with what is there now.
  for (const region of world.all()) fillRegion(region, undefined, 0)
  for (const image of regions) fillRegion(world.region(image.accountId, image.region), image, Math.max(0, takenAt - now))
}

function fillRegion(region: RegionState, image: RegionImage | undefined, behind: number): void {
  region.functions.refill(
    (image?.functions ?? []).map(([name, place, fn]) => [name, place, fn] as const),
    image?.nextPlace ?? 0,
  )
  for (const name of Object.keys(shelves) as (keyof Shelves)[]) {
    const shelf: Map<string, unknown> = region[name]
    shelf.clear()
    for (const [key, record] of image?.[name] ?? []) shelf.set(key, record)
  }
  region.transitions = (image?.transitions ?? []).map(({ at, change }) => ({ at: at - behind, change }))
}
