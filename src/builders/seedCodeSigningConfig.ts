import type { CodeSigningConfig, CreateCodeSigningConfigRequest } from '../model/api'
import { partitionOf } from '../state/arns'
import { requireMembers } from '../usage/requireMembers'
import { requireTypes } from '../usage/requireTypes'
import type { Seed } from './seed'

/** Any member of CreateCodeSigningConfig, in AWS's spelling. */
export type CodeSigningSettings = Partial<CreateCodeSigningConfigRequest>

/** What `lambda.codeSigningConfig(...)` returns: the configuration as the API shows it, and its ARN in short. */
export type SeededCodeSigningConfig = CodeSigningConfig & { readonly arn: string }

/** Creates a code signing configuration through CreateCodeSigningConfig; without publishers it allows one that is made up. */
export function seedCodeSigningConfig(seed: Seed, settings: CodeSigningSettings = {}): SeededCodeSigningConfig {
  const where = 'lambda.codeSigningConfig'
  requireMembers('CreateCodeSigningConfigRequest', settings, `${where}(...): CreateCodeSigningConfig`)
  requireTypes('CreateCodeSigningConfigRequest', settings, `${where}(...)`)
  const { region, accountId } = seed.region()
  const profile = `arn:${partitionOf(region)}:signer:${region}:${accountId}:/signing-profiles/lambdouble`
  const { CodeSigningConfig } = seed.run(where, 'CreateCodeSigningConfig', {
    AllowedPublishers: { SigningProfileVersionArns: [profile] },
    ...settings,
  })
  return { ...CodeSigningConfig, arn: CodeSigningConfig.CodeSigningConfigArn }
}
