import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { OperationContext } from '../operation'

/**
 * Makes the next published version from $LATEST: a copy that no longer changes and keeps the handler it was published with.
 * @param description overrides the function's own
 */
export function newVersion(fn: FunctionRecord, { ids, clock }: OperationContext, description?: string): VersionRecord {
  const { latest } = fn
  const version: VersionRecord = {
    ...latest,
    version: String(fn.nextVersion++),
    configuration: { ...latest.configuration, description: description ?? latest.configuration.description },
    revisionId: ids.uuid(),
    lastModified: clock.now(),
    // One-time outcomes are the test's, not the code's: the version starts with none.
    body: { ...latest.body, once: [] },
  }
  fn.versions.set(version.version, version)
  return version
}
