import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('GetAlias', () => {
  it('answers what CreateAlias answered', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    const created = await api.call('CreateAlias', {
      FunctionName: 'orders',
      Name: 'live',
      FunctionVersion: '1',
      Description: 'live',
    })
    expect(await api.call('GetAlias', { FunctionName: 'orders', Name: 'live' })).toEqual(created)
  })

  it.each([
    [
      'an unknown function',
      { FunctionName: 'gone', Name: 'live' },
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    ],
    ['an unknown alias', { FunctionName: 'orders', Name: 'live' }, `Cannot find alias arn: ${arn}:live`],
  ])('misses %s', async (_, input, message) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('GetAlias', input)).toEqual({ code: 'ResourceNotFoundException', status: 404, message })
  })
})
