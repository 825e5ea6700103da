import { createApi } from '../../support/api'

const missing = { code: 'ResourceNotFoundException', status: 404, message: 'The resource you requested does not exist.' }

describe('DeleteFunctionUrlConfig', () => {
  it('takes the address of the function away and leaves that of its alias (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    const first = await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE' })
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live', AuthType: 'NONE' })
    expect(await api.call('DeleteFunctionUrlConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await api.refusal('GetFunctionUrlConfig', { FunctionName: 'orders' })).toEqual(missing)
    await expect(api.call('GetFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live' })).resolves.toBeDefined()
    const second = await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE' })
    expect(second.FunctionUrl).not.toBe(first.FunctionUrl)
  })

  it('misses an unknown function, an unknown alias and a function without a URL with the same words', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('DeleteFunctionUrlConfig', { FunctionName: 'gone' })).toEqual(missing)
    expect(await api.refusal('DeleteFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live' })).toEqual(missing)
    expect(await api.refusal('DeleteFunctionUrlConfig', { FunctionName: 'orders' })).toEqual(missing)
  })
})
