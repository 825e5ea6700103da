import { createApi, type Api } from '../../support/api'

const AllowedPublishers = { SigningProfileVersionArns: ['arn:aws:signer:us-east-1:123456789012:/signing-profiles/test'] }

async function newConfig(api: Api, policy: 'Warn' | 'Enforce' = 'Enforce'): Promise<string> {
  const { CodeSigningConfig } = await api.call('CreateCodeSigningConfig', {
    AllowedPublishers,
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: policy },
  })
  return CodeSigningConfig.CodeSigningConfigArn
}

describe('ListCodeSigningConfigs', () => {
  it('lists all in pages', async () => {
    const api = createApi()
    const arns = [await newConfig(api), await newConfig(api), await newConfig(api)]
    const all = await api.call('ListCodeSigningConfigs', {})
    expect(all.CodeSigningConfigs?.map((config) => config.CodeSigningConfigArn)).toEqual(arns)
    expect(all.NextMarker).toBeUndefined()
    const first = await api.call('ListCodeSigningConfigs', { MaxItems: 2 })
    const second = await api.call('ListCodeSigningConfigs', { MaxItems: 2, Marker: first.NextMarker })
    expect(second.CodeSigningConfigs?.map((config) => config.CodeSigningConfigArn)).toEqual(arns.slice(2))
    expect(await api.call('GetCodeSigningConfig', { CodeSigningConfigArn: arns[0]! })).toEqual({
      CodeSigningConfig: all.CodeSigningConfigs?.[0],
    })
  })
})
