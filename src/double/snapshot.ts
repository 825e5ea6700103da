import { inspect } from 'node:util'
import { UsageError } from '../errors/usageError'
import type { IdsInUse } from '../clock/ids'
import { pausedExecutions, resumeExecutions } from '../runtime/durable/pausedExecutions'
import type { FunctionBody, FunctionRecord, Handler, VersionRecord } from '../state/functionRecord'
import { fromGraph, toGraph, type Graph } from '../state/graph'
import type { World } from '../state/world'
import { fillWorld, imageOf, type RegionImage, type WorldImage } from '../state/worldImage'
import type { House } from './house'
import { readSavedGraph, savedGraph, type SavedGraph } from './savedGraph'

/**
 * What a double had when `lambda.snapshot()` was called. Opaque; later changes do not reach it. `JSON.stringify` makes a text of it
 * that `lambda.load(JSON.parse(text))` understands: such a text holds the code and the environment variables of the functions.
 */
export interface Snapshot {
  readonly format: 'lambdouble snapshot'
  readonly version: number
}

/** Taking and putting back what a double has. */
export interface Snapshots {
  /**
   * Everything that the double has in all accounts and regions, objects of S3 and handlers included; not rules, and not what was
   * called. Runs and events that are under way are not in it; the messages and records that they are about are, and are tried again.
   * @example
   * const seeded = lambda.snapshot()
   * beforeEach(() => lambda.load(seeded))
   */
  snapshot(): Snapshot
  /**
   * Puts a snapshot of this double or of another one in the place of everything that the double has, as often as one likes; rules
   * and what was called stay. In a snapshot that was JSON, a function has the handler that is registered under its name in
   * this double now, or is given by `lambda.function(name, handler)` later; a version that of the same version, if there is one.
   * @throws UsageError if it is no snapshot, one of another format, or has been changed
   * @example lambda.load(JSON.parse(readFileSync('state.json', 'utf8')))
   */
  load(snapshot: Snapshot): void
}

interface Content extends WorldImage {
  readonly ids: IdsInUse
}

/** Raised whenever an older library could no longer read what is written, or the other way round. */
const formatVersion = 1
const format = 'lambdouble snapshot'

/** The same in every copy of this package. */
const graphKey = Symbol.for('lambdouble.snapshotGraph')

export function createSnapshots(here: () => House): Snapshots {
  return {
    snapshot: () => newSnapshot(here()),
    load(snapshot) {
      loadSnapshot(here(), snapshot)
    },
  }
}

function newSnapshot({ world, clock, ids }: House): Snapshot {
  const content: Content = { ...imageOf(world, clock.now()), ids: ids.used() }
  const instead = new Map([...world.all()].flatMap((region) => [...pausedExecutions(region)]))
  const graph = toGraph(content, instead)
  const count = content.regions.reduce((total, { functions }) => total + functions.length, 0)
  return Object.freeze(
    Object.defineProperties(
      { format, version: formatVersion },
      {
        [graphKey]: { value: () => graph },
        toJSON: { value: () => ({ format, version: formatVersion, ...savedGraph(graph) }) },
        // What it holds may be secret.
        [inspect.custom]: { value: () => `lambdouble snapshot { version: ${formatVersion}, functions: ${count} }` },
      },
    ) as Snapshot,
  )
}

function loadSnapshot(house: House, snapshot: unknown): void {
  const { world, clock, ids, uploadedCode } = house
  const lost: Handler = () => undefined
  const { regions, takenAt, ids: inUse } = fromGraph(graphOf(snapshot, lost)) as Content
  for (const region of regions) giveHandlers(region, world, lost)
  fillWorld(world, { regions, takenAt }, clock.now())
  ids.avoid(inUse)
  uploadedCode.endStale()
  for (const region of world.all()) {
    resumeExecutions({ ...house, region })
    house.eventSources.resume(region)
  }
}

function graphOf(given: unknown, lost: Handler): Graph {
  if (typeof given === 'string')
    throw new UsageError('lambda.load(snapshot) was given a text. Parse it: lambda.load(JSON.parse(text)).')
  const snapshot = (typeof given === 'object' && given !== null ? given : {}) as Partial<Snapshot & SavedGraph> & {
    readonly [graphKey]?: () => Graph
  }
  if (snapshot.format !== format) {
    throw new UsageError('lambda.load(snapshot) needs what lambda.snapshot() returned, or the same that was JSON in between.')
  }
  if (snapshot.version !== formatVersion) {
    throw new UsageError(
      `lambda.load(snapshot) was given a snapshot of format version ${String(snapshot.version)}. This release of lambdouble reads ` +
        `version ${formatVersion}: take the snapshot anew.`,
    )
  }
  return snapshot[graphKey]?.() ?? readSavedGraph(snapshot, lost)
}

/** Handlers cannot be saved. Those that this double has under the same names are used instead. */
function giveHandlers({ accountId, region, functions }: RegionImage, world: World, lost: Handler): void {
  for (const [name, , fn] of functions) {
    const here = world.region(accountId, region).functions.get(name)
    for (const version of [fn.latest, ...fn.versions.values()]) {
      version.body = withHandler(version.body, lost, here && handlerOf(here, version))
    }
    if (fn.lastPublished?.from.body.handler !== lost) continue
    const { version, from } = fn.lastPublished
    fn.lastPublished = { version, from: { ...from, body: withHandler(from.body, lost, fn.versions.get(version)?.body.handler) } }
  }
}

function withHandler(body: FunctionBody, lost: Handler, handler: Handler | undefined): FunctionBody {
  if (body.handler !== lost) return body
  return handler === undefined ? { ...body, handler, lostHandler: true } : { ...body, handler }
}

function handlerOf({ latest, versions }: FunctionRecord, { version }: VersionRecord): Handler | undefined {
  return versions.get(version)?.body.handler ?? latest.body.handler
}
