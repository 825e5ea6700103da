import { createApi } from '../../support/api'
import { newConfig } from '../../support/codeSigning'

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
