import { createApi, type Api } from '../../support/api'

const AllowedPublishers = { SigningProfileVersionArns: ['arn:aws:signer:us-east-1:123456789012:/signing-profiles/test'] }

async function newConfig(api: Api, policy: 'Warn' | 'Enforce' = 'Enforce'): Promise<string> {
  const { CodeSigningConfig } = await api.call('CreateCodeSigningConfig', {
    AllowedPublishers,
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: policy },
  })
  return CodeSigningConfig.CodeSigningConfigArn
}

describe('DeleteCodeSigningConfig', () => {
  it('takes a configuration away that no function has', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api)
    expect(await api.call('DeleteCodeSigningConfig', { CodeSigningConfigArn })).toEqual({})
    expect(await api.refusal('GetCodeSigningConfig', { CodeSigningConfigArn })).toMatchObject({ status: 404 })
  })

  it('refuses while a function has it, until the function is gone', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api, 'Warn')
    await api.createFunction('orders', { CodeSigningConfigArn })
    expect(await api.refusal('DeleteCodeSigningConfig', { CodeSigningConfigArn })).toMatchObject({
      code: 'ResourceConflictException',
      status: 409,
    })
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    expect(await api.call('DeleteCodeSigningConfig', { CodeSigningConfigArn })).toEqual({})
  })
})
