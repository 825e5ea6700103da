import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { CodeSigningConfig } from '../../model/api'
import type { CodeSigningConfigRecord } from '../../state/codeSigningConfigRecord'
import type { CodeRecord, FunctionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { lambdaTime } from '../functions/describeFunction'

/** A configuration as the API shows it. */
export function describeCodeSigningConfig(config: CodeSigningConfigRecord): CodeSigningConfig {
  return {
    CodeSigningConfigId: config.id,
    CodeSigningConfigArn: config.arn,
    Description: config.description,
    AllowedPublishers: { SigningProfileVersionArns: config.signingProfileVersionArns },
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: config.untrustedArtifactOnDeployment },
    LastModified: lambdaTime(config.lastModified),
  }
}

/** The configuration that an operation is about. AWS gives this miss no Type (recorded). */
export function requireCodeSigningConfig(region: RegionState, arn: string): CodeSigningConfigRecord {
  const config = region.codeSigningConfigs.get(arn)
  if (config !== undefined) return config
  throw new ServiceError('ResourceNotFoundException', `The Lambda code signing configuration ${arn} can not be found.`, {
    Type: undefined,
  })
}

/** The configuration that a function is to have: missed with another error than that of its own operations (recorded). */
export function requireAttachableConfig(region: RegionState, arn: string): CodeSigningConfigRecord {
  const config = region.codeSigningConfigs.get(arn)
  if (config !== undefined) return config
  throw new ServiceError(
    'CodeSigningConfigNotFoundException',
    `The code signing configuration cannot be found. Check that the provided configuration is not deleted: ${arn}.`,
  )
}

/** Images cannot be signed, says the developer guide; AWS's words are not recorded. */
export function requireSignable(packageType: 'Zip' | 'Image' | undefined): void {
  if (packageType !== 'Image') return
  throw invalidParameter('Code signing is not supported for functions created with container images.')
}

/** The functions that have a configuration, as they were created. */
export function functionsWith({ functions }: RegionState, { arn }: CodeSigningConfigRecord): readonly FunctionRecord[] {
  return [...functions.values()].filter((fn) => fn.codeSigningConfigArn === arn)
}

/**
 * Refuses unsigned code where the configuration says Enforce; code that was there before stays, and Warn lets all pass.
 * There is no AWS Signer here: a signature counts if the archive has one, and code that nobody has seen counts as signed.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
 */
export function requireTrustedCode(
  region: RegionState,
  fn: Pick<FunctionRecord, 'name' | 'codeSigningConfigArn'>,
  code: CodeRecord,
): void {
  if (fn.codeSigningConfigArn === undefined || code.isSigned !== false) return
  if (region.codeSigningConfigs.get(fn.codeSigningConfigArn)?.untrustedArtifactOnDeployment !== 'Enforce') return
  throw new ServiceError(
    'CodeVerificationFailedException',
    `Lambda cannot deploy the function. The function or layer might be signed using a signature that the client is not configured to accept. Check the provided signature for ${fn.name}.`,
  )
}
