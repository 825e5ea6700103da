import { isDeepStrictEqual } from 'node:util'
import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { OperationContext } from '../operation'

/**
 * Makes the next published version from $LATEST: a copy that no longer changes and keeps the handler it was published with.
 * @param description overrides the function's own
 */
export function newVersion(fn: FunctionRecord, context: OperationContext, description?: string): VersionRecord {
  const version = copyOfLatest(fn, String(fn.nextVersion++), context, description)
  const { configuration, code, body } = fn.latest
  fn.lastPublished = { version: version.version, from: { configuration, code, body } }
  return version
}

/** Publishes as `$LATEST.PUBLISHED`, which functions on managed instances have: one version, replaced every time. */
export function replaceLatestPublished(fn: FunctionRecord, context: OperationContext, description?: string): VersionRecord {
  return copyOfLatest(fn, '$LATEST.PUBLISHED', context, description)
}

/**
 * The version that was made last, if it still exists and $LATEST has not changed since: publishing again answers with it.
 * A description given for the version alone is no change (recorded). The handler counts as code.
 */
export function unchangedVersion({ latest, lastPublished, versions }: FunctionRecord): VersionRecord | undefined {
  if (lastPublished === undefined) return undefined
  const { configuration, code, body } = lastPublished.from
  const unchanged =
    latest.code.sha256 === code.sha256 &&
    latest.body.handler === body.handler &&
    latest.body.always === body.always &&
    isDeepStrictEqual(latest.configuration, configuration)
  return unchanged ? versions.get(lastPublished.version) : undefined
}

function copyOfLatest(
  fn: FunctionRecord,
  name: string,
  { ids, clock }: OperationContext,
  description: string | undefined,
): VersionRecord {
  const { latest } = fn
  const version: VersionRecord = {
    ...latest,
    version: name,
    configuration: { ...latest.configuration, description: description ?? latest.configuration.description },
    revisionId: ids.uuid(),
    lastModified: clock.now(),
    // One-time outcomes are the test's, not the code's: the version starts with none.
    body: { ...latest.body, once: [] },
  }
  fn.versions.set(name, version)
  // Publishing gives $LATEST a new revision as well (recorded).
  latest.revisionId = ids.uuid()
  return version
}
