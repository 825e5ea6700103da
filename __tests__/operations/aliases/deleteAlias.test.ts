import { createApi, type Api } from '../../support/api'

async function live(): Promise<Api> {
  const api = createApi()
  await api.createFunction('orders', { Publish: true })
  await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
  return api
}

const remove = (api: Api, Name = 'live') => api.call('DeleteAlias', { FunctionName: 'orders', Name })

describe('DeleteAlias', () => {
  it('answers nothing; the version stays, and the alias is gone', async () => {
    const api = await live()
    expect(await remove(api)).toEqual({})
    expect(await api.refusal('GetAlias', { FunctionName: 'orders', Name: 'live' })).toMatchObject({ status: 404 })
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders:1' })).toMatchObject({ Version: '1' })
  })

  it('is no error for an alias that is not there (recorded)', async () => {
    expect(await remove(await live(), 'other')).toEqual({})
  })

  it('frees the version for deletion', async () => {
    const api = await live()
    await remove(api)
    expect(await api.call('DeleteFunction', { FunctionName: 'orders', Qualifier: '1' })).toEqual({ StatusCode: 204 })
  })

  it('takes away what hangs on the alias: a new one of the same name starts without', async () => {
    const api = await live()
    const of = { FunctionName: 'orders', Qualifier: 'live' }
    await api.call('AddPermission', { ...of, StatementId: 's3', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' })
    await api.call('CreateFunctionUrlConfig', { ...of, AuthType: 'NONE' })
    await api.call('PutFunctionEventInvokeConfig', { ...of, MaximumRetryAttempts: 0 })
    await api.call('PutProvisionedConcurrencyConfig', { ...of, ProvisionedConcurrentExecutions: 1 })
    await remove(api)
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    for (const operation of [
      'GetPolicy',
      'GetFunctionUrlConfig',
      'GetFunctionEventInvokeConfig',
      'GetProvisionedConcurrencyConfig',
    ] as const) {
      expect(await api.refusal(operation, of)).toMatchObject({ status: 404 })
    }
  })

  it('misses an unknown function', async () => {
    expect(await createApi().refusal('DeleteAlias', { FunctionName: 'gone', Name: 'live' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    })
  })
})
