import type { FunctionBody, FunctionRecord, Handler, VersionRecord } from '../../src/state/functionRecord'
import type { RegionState } from '../../src/state/regionState'
import { newVersion } from './runtime'

/** A function with nothing but a body, put into a region. */
export function newFunction(
  region: RegionState,
  name: string,
  body: Partial<FunctionBody> | Handler = { always: { kind: 'returns', value: 'ok' } },
  more: Partial<FunctionRecord> = {},
): FunctionRecord {
  const fn: FunctionRecord = {
    name,
    arn: `arn:aws:lambda:${region.region}:${region.accountId}:function:${name}`,
    latest: newVersion(body),
    versions: new Map(),
    aliases: new Map(),
    tags: new Map(),
    urls: new Map(),
    eventInvokeConfigs: new Map(),
    provisionedConcurrency: new Map(),
    scalingConfigs: new Map(),
    policies: new Map(),
    nextVersion: 1,
    ...more,
  }
  region.functions.set(name, fn)
  return fn
}

/** Publishes what the function is now. */
export function publish(fn: FunctionRecord, version: string): VersionRecord {
  const published = { ...fn.latest, version }
  fn.versions.set(version, published)
  return published
}

/** Points an alias to a version. */
export function point(fn: FunctionRecord, name: string, version: string, weights: Record<string, number> = {}): void {
  fn.aliases.set(name, { name, version, description: '', weights: new Map(Object.entries(weights)), revisionId: '' })
}

/** Keeps environments of a version or alias ready. */
export function provision(fn: FunctionRecord, qualifier: string, requested: number, allocated = requested): void {
  fn.provisionedConcurrency.set(qualifier, { qualifier, requested, allocated, status: 'READY', lastModified: 0 })
}
