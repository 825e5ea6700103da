import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('ListFunctionUrlConfigs', () => {
  it('shows the addresses of the function and of its aliases, as GetFunctionUrlConfig does (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.call('ListFunctionUrlConfigs', { FunctionName: 'orders' })).toEqual({ FunctionUrlConfigs: [] })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE' })
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live', AuthType: 'NONE' })
    expect(await api.call('ListFunctionUrlConfigs', { FunctionName: 'orders' })).toEqual({
      FunctionUrlConfigs: [
        await api.call('GetFunctionUrlConfig', { FunctionName: 'orders' }),
        await api.call('GetFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live' }),
      ],
    })
  })

  it('gives MaxItems a page, and a marker that is good for this function only', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.createFunction('other')
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE' })
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live', AuthType: 'NONE' })
    const first = await api.call('ListFunctionUrlConfigs', { FunctionName: 'orders', MaxItems: 1 })
    expect(first).toMatchObject({ FunctionUrlConfigs: [{ FunctionArn: arn }], NextMarker: expect.any(String) as string })
    const second = await api.call('ListFunctionUrlConfigs', { FunctionName: 'orders', MaxItems: 1, Marker: first.NextMarker })
    expect(second.FunctionUrlConfigs).toMatchObject([{ FunctionArn: `${arn}:live` }])
    expect(second.NextMarker).toBeUndefined()
    expect(await api.refusal('ListFunctionUrlConfigs', { FunctionName: 'other', Marker: first.NextMarker })).toMatchObject({
      code: 'InvalidParameterValueException',
    })
  })

  it('misses an unknown function without naming it (recorded)', async () => {
    expect(await createApi().refusal('ListFunctionUrlConfigs', { FunctionName: 'doesnotexist' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function does not exist',
    })
  })
})
