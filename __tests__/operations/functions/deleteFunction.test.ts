import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('DeleteFunction', () => {
  it('removes the function with its versions; the name is free again, and version numbers start anew', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.call('DeleteFunction', { FunctionName: 'orders' })).toEqual({ StatusCode: 204 })
    expect(await api.refusal('GetFunction', { FunctionName: 'orders' })).toMatchObject({ status: 404 })
    expect(await api.createFunction('orders', { Publish: true })).toMatchObject({ Version: '1' })
  })

  it('removes one published version', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('DeleteFunction', { FunctionName: 'orders', Qualifier: '1' })
    expect(await api.refusal('GetFunction', { FunctionName: 'orders', Qualifier: '1' })).toMatchObject({ status: 404 })
    await expect(api.call('GetFunction', { FunctionName: 'orders' })).resolves.toBeDefined()
  })

  it.each([
    [
      'an unknown function (recorded)',
      { FunctionName: 'gone' },
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    ],
    [
      'an unknown function, without the qualifier (recorded)',
      { FunctionName: 'gone', Qualifier: '1' },
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    ],
    ['an unknown version', { FunctionName: 'orders', Qualifier: '7' }, `Function not found: ${arn}:7`],
  ])('misses %s', async (_, input, message) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('DeleteFunction', input)).toEqual({ code: 'ResourceNotFoundException', status: 404, message })
  })

  it('refuses to delete $LATEST alone', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('DeleteFunction', { FunctionName: 'orders', Qualifier: '$LATEST' })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: '$LATEST version cannot be deleted without deleting the function.',
    })
  })
})
