import { createApi } from '../../support/api'
import { newConfig } from '../../support/codeSigning'

describe('GetFunctionCodeSigningConfig', () => {
  it('answers with the configuration of any form of the name', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api, 'Warn')
    const { FunctionArn } = await api.createFunction('orders', { CodeSigningConfigArn })
    for (const FunctionName of ['orders', FunctionArn!]) {
      expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName })).toEqual({
        CodeSigningConfigArn,
        FunctionName: 'orders',
      })
    }
  })

  it('answers with nothing for a function without one (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
  })

  it('misses a function that is not there (recorded)', async () => {
    expect(await createApi().refusal('GetFunctionCodeSigningConfig', { FunctionName: 'csc-test-doesnotexist' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:csc-test-doesnotexist',
    })
  })

  it('misses a function of another region (recorded)', async () => {
    const FunctionName = 'arn:aws:lambda:eu-west-1:123456789012:function:orders'
    expect(await createApi().refusal('GetFunctionCodeSigningConfig', { FunctionName })).toMatchObject({
      code: 'ResourceNotFoundException',
      message: `Functions from 'eu-west-1' are not reachable in this region ('us-east-1')`,
    })
  })
})
