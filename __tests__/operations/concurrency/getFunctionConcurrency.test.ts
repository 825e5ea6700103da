import { createApi } from '../../support/api'

describe('GetFunctionConcurrency', () => {
  it('is empty until something is reserved, 0 included (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.call('GetFunctionConcurrency', { FunctionName: 'orders' })).toEqual({})
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 0 })
    expect(await api.call('GetFunctionConcurrency', { FunctionName: 'orders' })).toEqual({ ReservedConcurrentExecutions: 0 })
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 3 })
    expect(await api.call('GetFunctionConcurrency', { FunctionName: 'orders' })).toEqual({ ReservedConcurrentExecutions: 3 })
  })

  it.each([
    ['doesnotexist', 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:doesnotexist'],
    [
      'arn:aws:lambda:eu-west-1:123456789012:function:orders',
      "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')",
    ],
  ])('misses %s (the second is recorded)', async (FunctionName, message) => {
    expect(await createApi().refusal('GetFunctionConcurrency', { FunctionName })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message,
    })
  })

  it('refuses a version', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.refusal('GetFunctionConcurrency', { FunctionName: 'orders:1' })).toMatchObject({
      code: 'InvalidParameterValueException',
    })
  })
})
