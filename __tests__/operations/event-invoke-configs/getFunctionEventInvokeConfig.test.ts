import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

function without(what: string) {
  return { code: 'ResourceNotFoundException', status: 404, message: `The function ${what} doesn't have an EventInvokeConfig` }
}

describe('GetFunctionEventInvokeConfig', () => {
  it('shows what was put', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const put = await api.call('PutFunctionEventInvokeConfig', { FunctionName: 'orders', MaximumRetryAttempts: 1 })
    expect(await api.call('GetFunctionEventInvokeConfig', { FunctionName: 'orders' })).toEqual(put)
    expect(await api.call('GetFunctionEventInvokeConfig', { FunctionName: 'orders', Qualifier: '$LATEST' })).toEqual(put)
  })

  it('misses that of a published version, which does not take over that of $LATEST (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('PutFunctionEventInvokeConfig', { FunctionName: 'orders', MaximumRetryAttempts: 1 })
    expect(await api.refusal('GetFunctionEventInvokeConfig', { FunctionName: 'orders', Qualifier: '1' })).toEqual(
      without(`${arn}:1`),
    )
  })

  it('misses an unknown function in the same words', async () => {
    const api = createApi()
    expect(await api.refusal('GetFunctionEventInvokeConfig', { FunctionName: 'orders' })).toEqual(without(`${arn}:$LATEST`))
    expect(await api.refusal('GetFunctionEventInvokeConfig', { FunctionName: 'orders:live' })).toEqual(without(`${arn}:live`))
  })

  it('misses a function of another region (recorded)', async () => {
    const FunctionName = 'arn:aws:lambda:eu-west-1:123456789012:function:orders'
    expect(await createApi().refusal('GetFunctionEventInvokeConfig', { FunctionName })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')",
    })
  })

  it('is gone with its version and with its alias', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    for (const Qualifier of ['1', 'live']) {
      await api.call('PutFunctionEventInvokeConfig', { FunctionName: 'orders', Qualifier, MaximumRetryAttempts: 1 })
    }
    await api.call('DeleteAlias', { FunctionName: 'orders', Name: 'live' })
    await api.call('DeleteFunction', { FunctionName: 'orders', Qualifier: '1' })
    expect(await api.call('ListFunctionEventInvokeConfigs', { FunctionName: 'orders' })).toEqual({
      FunctionEventInvokeConfigs: [],
    })
  })
})
