import { invalidParameter } from '../../errors/invalidParameter'
import type { UpdateFunctionCodeRequest } from '../../model/api'
import type { FunctionRecord } from '../../state/functionRecord'
import { newCode, requireRoom } from '../code/code'
import { requireTrustedCode } from '../code-signing/codeSigningConfig'
import { operation } from '../operation'
import { newVersion, unchangedVersion } from '../versions/version'
import { describeFunction } from './describeFunction'
import { requireRevision } from './function'
import { requireUnpublished } from './requireUnpublished'
import { requireNoUpdate, startCreation, startUpdate } from './transitions'

/**
 * UpdateFunctionCode: new code for $LATEST, published at once on demand; DryRun only checks.
 * Refuses in this order: an unknown function, a published version, an older revision, code of the other package type, an update under
 * way, bad code, too little room for it beside the layers, code without the signature that is asked for.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
 */
export const updateFunctionCode = operation('UpdateFunctionCode', (input, context) => {
  const { region, ids, clock } = context
  const fn = requireUnpublished(region, input.FunctionName)
  const { latest } = fn
  requireRevision(input.RevisionId, latest.revisionId)
  requirePackageType(fn, input)
  requireNoUpdate(fn)
  const code = newCode(region, input)
  requireRoom(code, latest.configuration.layers)
  requireTrustedCode(region, fn, code)
  if (input.DryRun) return describeFunction(region, fn, { ...latest, code })

  latest.code = code
  latest.configuration = { ...latest.configuration, architectures: input.Architectures ?? latest.configuration.architectures }
  latest.revisionId = ids.uuid()
  latest.lastModified = clock.now()
  startUpdate(latest, context)
  if (!input.Publish) return describeFunction(region, fn, latest)
  // The same code again is nothing to publish, as in PublishVersion.
  const unchanged = unchangedVersion(fn)
  if (unchanged) return describeFunction(region, fn, unchanged, unchanged.version)
  // The answer is the version, still Pending and under its own ARN (recorded).
  const version = newVersion(fn, context)
  version.lastUpdate = undefined
  startCreation(version, context)
  return describeFunction(region, fn, version, version.version)
})

function requirePackageType(fn: FunctionRecord, { ImageUri, ZipFile, S3Bucket, S3Key }: UpdateFunctionCodeRequest): void {
  const archive = ZipFile !== undefined || S3Bucket !== undefined || S3Key !== undefined
  const { packageType } = fn.latest.configuration
  if (packageType === 'Zip' && ImageUri !== undefined) {
    throw invalidParameter(`Please don't provide ImageUri when updating a function with packageType Zip.`)
  }
  if (packageType === 'Image' && archive) {
    throw invalidParameter(
      `Please don't provide ZipFile, S3Bucket, S3Key or S3ObjectVersion when updating a function with packageType Image.`,
    )
  }
}
