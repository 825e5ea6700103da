import { createApi } from '../../support/api'

describe('DeleteFunctionConcurrency', () => {
  it('gives back what was reserved, and does not mind if nothing was (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.createFunction('other')
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 900 })
    expect(await api.call('DeleteFunctionConcurrency', { FunctionName: 'orders' })).toEqual({})
    expect(await api.call('GetFunctionConcurrency', { FunctionName: 'orders' })).toEqual({})
    expect(await api.call('DeleteFunctionConcurrency', { FunctionName: 'orders' })).toEqual({})
    await api.call('PutFunctionConcurrency', { FunctionName: 'other', ReservedConcurrentExecutions: 900 })
  })

  it('misses an unknown function and refuses an alias', async () => {
    const api = createApi()
    expect(await api.refusal('DeleteFunctionConcurrency', { FunctionName: 'gone' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    })
    expect(await api.refusal('DeleteFunctionConcurrency', { FunctionName: 'gone:live' })).toMatchObject({ status: 400 })
  })
})
