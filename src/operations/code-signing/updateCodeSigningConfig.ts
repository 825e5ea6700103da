import { operation } from '../operation'
import { describeCodeSigningConfig, requireCodeSigningConfig } from './codeSigningConfig'

/**
 * UpdateCodeSigningConfig: changes what is given; it counts from the next deployment on. With nothing given it only answers (recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateCodeSigningConfig.html
 */
export const updateCodeSigningConfig = operation('UpdateCodeSigningConfig', (input, { region, clock }) => {
  const config = requireCodeSigningConfig(region, input.CodeSigningConfigArn)
  const { Description, AllowedPublishers, CodeSigningPolicies } = input
  config.description = Description ?? config.description
  config.signingProfileVersionArns = AllowedPublishers?.SigningProfileVersionArns ?? config.signingProfileVersionArns
  config.untrustedArtifactOnDeployment =
    CodeSigningPolicies?.UntrustedArtifactOnDeployment ?? config.untrustedArtifactOnDeployment
  if (Description !== undefined || AllowedPublishers !== undefined || CodeSigningPolicies !== undefined) {
    config.lastModified = clock.now()
  }
  return { CodeSigningConfig: describeCodeSigningConfig(config) }
})
