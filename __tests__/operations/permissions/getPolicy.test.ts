import { createApi, type Api } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

async function permit(api: Api, StatementId: string, Qualifier?: string): Promise<void> {
  await api.call('AddPermission', {
    FunctionName: 'orders',
    StatementId,
    Action: 'lambda:InvokeFunction',
    Principal: 's3.amazonaws.com',
    Qualifier,
  })
}

const statement = (Sid: string, Resource: string) =>
  `{"Sid":"${Sid}","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"${Resource}"}`

describe('GetPolicy', () => {
  it('answers with the statements in the order of their adding, as JSON (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await permit(api, 's3')
    await permit(api, 's3_2')
    expect(await api.call('GetPolicy', { FunctionName: 'orders' })).toEqual({
      Policy: `{"Version":"2012-10-17","Id":"default","Statement":[${statement('s3', arn)},${statement('s3_2', arn)}]}`,
      RevisionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('answers with the policy of the version or alias that is named', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    await permit(api, 'function')
    await permit(api, 'version', '1')
    await permit(api, 'alias', 'live')
    const policy = async (FunctionName: string) => (await api.call('GetPolicy', { FunctionName })).Policy
    expect(await policy('orders:1')).toContain(`[${statement('version', `${arn}:1`)}]`)
    expect(await policy(`${arn}:live`)).toContain(`[${statement('alias', `${arn}:live`)}]`)
    expect(await policy('orders')).toContain(`[${statement('function', arn)}]`)
  })

  it.each([
    ['an unknown function (recorded)', { FunctionName: 'doesnotexist' }],
    ['an unknown version (recorded)', { FunctionName: 'orders', Qualifier: '77' }],
    ['a version without a policy, whatever the function has (recorded)', { FunctionName: 'orders', Qualifier: '1' }],
    ['$LATEST, which has none', { FunctionName: 'orders', Qualifier: '$LATEST' }],
    ['a function without one', { FunctionName: 'invoices' }],
  ])('misses %s', async (_, input) => {
    const api = createApi()
    await api.createFunction('invoices')
    await api.createFunction('orders', { Publish: true })
    await permit(api, 's3')
    expect(await api.refusal('GetPolicy', input)).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'The resource you requested does not exist.',
    })
  })
})
