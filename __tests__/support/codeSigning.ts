import type { Api } from './api'

export const AllowedPublishers = {
  SigningProfileVersionArns: ['arn:aws:signer:us-east-1:123456789012:/signing-profiles/test'],
}

/** Creates a code signing configuration. @returns its ARN */
export async function newConfig(api: Api, policy: 'Warn' | 'Enforce' = 'Enforce'): Promise<string> {
  const { CodeSigningConfig } = await api.call('CreateCodeSigningConfig', {
    AllowedPublishers,
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: policy },
  })
  return CodeSigningConfig.CodeSigningConfigArn
}
