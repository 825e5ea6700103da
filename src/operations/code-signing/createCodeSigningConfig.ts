import { lambdaArn } from '../../state/arns'
import type { CodeSigningConfigRecord } from '../../state/codeSigningConfigRecord'
import { operation } from '../operation'
import { requireTagLimit } from '../tags/tags'
import { describeCodeSigningConfig } from './codeSigningConfig'

/**
 * CreateCodeSigningConfig: whose signatures functions are to carry. Unsigned code is let through with a warning unless told otherwise.
 * Refuses more than 50 tags.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateCodeSigningConfig.html
 */
export const createCodeSigningConfig = operation('CreateCodeSigningConfig', (input, { region, clock, ids }) => {
  const tags = new Map(Object.entries(input.Tags ?? {}))
  requireTagLimit(tags)
  const id = `csc-${ids.hex(17)}`
  const config: CodeSigningConfigRecord = {
    id,
    arn: lambdaArn(region, `code-signing-config:${id}`),
    description: input.Description,
    signingProfileVersionArns: input.AllowedPublishers.SigningProfileVersionArns,
    untrustedArtifactOnDeployment: input.CodeSigningPolicies?.UntrustedArtifactOnDeployment ?? 'Warn',
    lastModified: clock.now(),
    tags,
  }
  region.codeSigningConfigs.set(config.arn, config)
  return { CodeSigningConfig: describeCodeSigningConfig(config) }
})
