import { invalidParameter } from '../../errors/invalidParameter'
import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { operation } from '../operation'
import { describeInList } from './describeFunction'

/** What AWS puts into one page at most, whatever MaxItems asks for. */
const most = 50

/**
 * ListFunctions: at most 50 a page. `FunctionVersion: 'ALL'` lists published versions too, each under its qualified ARN.
 * MasterRegion asks for what Lambda@Edge replicated from that region, of which there is nothing here, or with 'ALL' for everything;
 * it takes FunctionVersion (AWS's words are not recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
 */
export const listFunctions = operation('ListFunctions', (input, { region }) => {
  const all = input.FunctionVersion === 'ALL'
  if (input.MasterRegion !== undefined && !all)
    throw invalidParameter('FunctionVersion must be set to ALL when MasterRegion is specified.')
  if (input.MasterRegion !== undefined && input.MasterRegion !== 'ALL') return { Functions: [] }
  const size = Math.min(input.MaxItems ?? most, most)
  const items: Item[] = []
  for (const item of itemsFrom(region, placeOf(input.Marker), all)) {
    if (items.length === size) return { NextMarker: markerOf(item), Functions: described(items, all) }
    items.push(item)
  }
  return { Functions: described(items, all) }
})

/** A version in the list, and where it stands: the place of its function, and its number among the function's versions. */
interface Item {
  readonly place: number
  readonly index: number
  readonly fn: FunctionRecord
  readonly version: VersionRecord
}

function* itemsFrom(region: RegionState, [start, first]: readonly [number, number], all: boolean): IterableIterator<Item> {
  for (const [place, fn] of region.functions.from(start)) {
    const versions = all ? [fn.latest, ...fn.versions.values()] : [fn.latest]
    for (let index = place === start ? first : 0; index < versions.length; index++) {
      yield { place, index, fn, version: versions[index]! }
    }
  }
}

function described(items: readonly Item[], all: boolean) {
  return items.map(({ fn, version }) => describeInList(fn, version, all ? version.version : undefined))
}

function markerOf({ place, index }: Item): string {
  return Buffer.from(`ListFunctions:${place}:${index}`).toString('base64')
}

/** Where a marker leads. Functions that were deleted meanwhile are passed over, and none is listed twice. */
function placeOf(marker: string | undefined): readonly [number, number] {
  if (marker === undefined) return [0, 0]
  const found = /^ListFunctions:(\d+):(\d+)$/.exec(Buffer.from(marker, 'base64').toString())
  if (found === null) throw invalidParameter('Invalid Marker')
  return [Number(found[1]), Number(found[2])]
}
