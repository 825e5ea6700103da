import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const missing = { code: 'ResourceNotFoundException', status: 404, message: 'The resource you requested does not exist.' }

describe('GetFunctionUrlConfig', () => {
  it('shows the address with the default invoke mode (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const { FunctionUrl } = await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE' })
    expect(await api.call('GetFunctionUrlConfig', { FunctionName: 'orders' })).toEqual({
      AuthType: 'NONE',
      CreationTime: '2026-01-31T12:00:00.000+0000',
      FunctionArn: arn,
      FunctionUrl,
      InvokeMode: 'BUFFERED',
      LastModifiedTime: '2026-01-31T12:00:00.000+0000',
    })
  })

  it('misses the address of the function when only its alias has one (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live', AuthType: 'NONE' })
    expect(await api.call('GetFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live' })).toMatchObject({
      FunctionArn: `${arn}:live`,
    })
    expect(await api.refusal('GetFunctionUrlConfig', { FunctionName: 'orders' })).toEqual(missing)
  })

  it('misses an unknown function and an unknown alias with the same words', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('GetFunctionUrlConfig', { FunctionName: 'gone' })).toEqual(missing)
    expect(await api.refusal('GetFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live' })).toEqual(missing)
  })

  it('misses a function of another region (recorded)', async () => {
    const api = createApi()
    const FunctionName = 'arn:aws:lambda:eu-west-1:123456789012:function:orders'
    expect(await api.refusal('GetFunctionUrlConfig', { FunctionName })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')",
    })
  })

  it('is gone with its alias and with its function', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE' })
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live', AuthType: 'NONE' })
    await api.call('DeleteAlias', { FunctionName: 'orders', Name: 'live' })
    expect(await api.refusal('GetFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live' })).toEqual(missing)
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    await api.createFunction('orders')
    expect(await api.refusal('GetFunctionUrlConfig', { FunctionName: 'orders' })).toEqual(missing)
  })
})
