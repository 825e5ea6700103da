import { createApi } from '../../support/api'

describe('GetFunctionRecursionConfig', () => {
  it('is Terminate unless somebody chose (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.call('GetFunctionRecursionConfig', { FunctionName: 'orders' })).toEqual({ RecursiveLoop: 'Terminate' })
  })

  it('misses an unknown function', async () => {
    expect(await createApi().refusal('GetFunctionRecursionConfig', { FunctionName: 'gone' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    })
  })
})
