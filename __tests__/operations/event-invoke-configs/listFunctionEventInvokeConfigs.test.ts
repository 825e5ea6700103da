import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('ListFunctionEventInvokeConfigs', () => {
  it('shows those of all versions and aliases, page by page', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    for (const Qualifier of ['$LATEST', '1']) {
      await api.call('PutFunctionEventInvokeConfig', { FunctionName: 'orders', Qualifier, MaximumRetryAttempts: 1 })
    }
    const all = await api.call('ListFunctionEventInvokeConfigs', { FunctionName: 'orders' })
    expect(all.FunctionEventInvokeConfigs).toMatchObject([{ FunctionArn: `${arn}:$LATEST` }, { FunctionArn: `${arn}:1` }])
    const first = await api.call('ListFunctionEventInvokeConfigs', { FunctionName: 'orders', MaxItems: 1 })
    const rest = await api.call('ListFunctionEventInvokeConfigs', { FunctionName: 'orders', Marker: first.NextMarker })
    expect([...first.FunctionEventInvokeConfigs!, ...rest.FunctionEventInvokeConfigs!]).toEqual(all.FunctionEventInvokeConfigs)
    expect(rest.NextMarker).toBeUndefined()
  })

  it('misses an unknown function without naming it', async () => {
    expect(await createApi().refusal('ListFunctionEventInvokeConfigs', { FunctionName: 'gone' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: "The function doesn't exist.",
    })
  })
})
