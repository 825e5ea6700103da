import { createApi, type Api } from '../../support/api'

const AllowedPublishers = { SigningProfileVersionArns: ['arn:aws:signer:us-east-1:123456789012:/signing-profiles/test'] }

async function newConfig(api: Api, policy: 'Warn' | 'Enforce' = 'Enforce'): Promise<string> {
  const { CodeSigningConfig } = await api.call('CreateCodeSigningConfig', {
    AllowedPublishers,
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: policy },
  })
  return CodeSigningConfig.CodeSigningConfigArn
}

describe('DeleteFunctionCodeSigningConfig', () => {
  it('lets the function go back to code without a signature', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api)
    await api.createFunction('orders')
    await api.call('PutFunctionCodeSigningConfig', { FunctionName: 'orders', CodeSigningConfigArn })
    expect(await api.call('DeleteFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await api.call('DeleteCodeSigningConfig', { CodeSigningConfigArn })).toEqual({})
  })

  it('has nothing to do for a function without one (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.call('DeleteFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
  })

  it('misses a function that is not there (recorded)', async () => {
    expect(await createApi().refusal('DeleteFunctionCodeSigningConfig', { FunctionName: 'csc-test-doesnotexist' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:csc-test-doesnotexist',
    })
  })
})
