import { invalidParameter } from '../../errors/invalidParameter'
import type { PublishVersionRequest } from '../../model/api'
import type { FunctionRecord } from '../../state/functionRecord'
import { describeFunction } from '../functions/describeFunction'
import { referTo, requireFunction, requireRevision } from '../functions/function'
import { requireNoUpdate, startCreation } from '../functions/transitions'
import { operation } from '../operation'
import { newVersion, replaceLatestPublished, unchangedVersion } from './version'

/**
 * PublishVersion: keeps $LATEST as it is now under the next number. Without a change since the last version it makes none and
 * answers with that one.
 * Refuses in this order: an unknown function, an older revision, a CodeSha256 that $LATEST does not have, an update under way,
 * PublishTo for a function without a capacity provider.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html
 */
export const publishVersion = operation('PublishVersion', (input, context) => {
  const { region } = context
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  requireRevision(input.RevisionId, fn.latest.revisionId)
  requireCode(fn, input)
  requireNoUpdate(fn)
  if (input.PublishTo !== undefined) requireManagedInstances(fn)

  const unchanged = input.PublishTo === undefined ? unchangedVersion(fn) : undefined
  if (unchanged) return describeFunction(region, fn, unchanged, unchanged.version)
  const publish = input.PublishTo === undefined ? newVersion : replaceLatestPublished
  // AWS's own example sends empty strings for what it leaves open.
  const version = publish(fn, context, input.Description || undefined)
  if (version.configuration.snapStart === 'PublishedVersions') {
    // The snapshot is taken now; any other version can run at once (recorded).
    version.lastUpdate = undefined
    startCreation(version, context)
  }
  return describeFunction(region, fn, version, version.version)
})

function requireCode({ latest }: FunctionRecord, { CodeSha256 }: PublishVersionRequest): void {
  if (!CodeSha256 || CodeSha256 === latest.code.sha256) return
  throw invalidParameter(
    `CodeSHA256 (${CodeSha256}) is different from current CodeSHA256 in $LATEST (${latest.code.sha256}). ` +
      'Please try again with the CodeSHA256 in $LATEST.',
  )
}

/** Not recorded: the model names PublishTo, and no answer to it is known. */
function requireManagedInstances({ latest }: FunctionRecord): void {
  if (latest.configuration.capacityProviderConfig !== undefined) return
  throw invalidParameter('PublishTo is only supported for functions with a capacity provider configuration.')
}
