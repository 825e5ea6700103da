import { createApi } from '../../support/api'

describe('PutFunctionRecursionConfig', () => {
  it('answers with what was chosen, and can be taken back (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    for (const RecursiveLoop of ['Allow', 'Terminate'] as const) {
      expect(await api.call('PutFunctionRecursionConfig', { FunctionName: 'orders', RecursiveLoop })).toEqual({ RecursiveLoop })
      expect(await api.call('GetFunctionRecursionConfig', { FunctionName: 'orders' })).toEqual({ RecursiveLoop })
    }
  })

  it('refuses an unknown value (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const input = { FunctionName: 'orders', RecursiveLoop: 'InvalidValue' as 'Allow' }
    expect(await api.refusal('PutFunctionRecursionConfig', input)).toEqual({
      code: 'ValidationException',
      status: 400,
      message:
        `1 validation error detected: Value 'InvalidValue' at 'recursiveLoop' failed to satisfy constraint: ` +
        'Member must satisfy enum value set: [Terminate, Allow]',
    })
  })

  it('misses an unknown function', async () => {
    expect(await createApi().refusal('PutFunctionRecursionConfig', { FunctionName: 'gone', RecursiveLoop: 'Allow' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    })
  })
})
