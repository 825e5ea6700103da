import { buildFunction } from '../../src/builders/buildFunction'
import type { UrlSettings } from '../../src/builders/seedUrl'
import { createApi } from '../support/api'

function setup() {
  const api = createApi()
  const orders = buildFunction(api.house.seedOf('us-east-1'), 'orders')
  const get = () => api.call('GetFunctionUrlConfig', { FunctionName: 'orders' })
  return { api, orders, get }
}

describe('url', () => {
  it('gives the function an open URL by default', async () => {
    const { orders, get } = setup()
    expect(orders.url()).toBe(orders)
    expect(await get()).toMatchObject({ AuthType: 'NONE', InvokeMode: 'BUFFERED' })
  })

  it.each([
    ['short', { allowOrigins: ['https://example.com'], maxAge: 60 }],
    ["AWS's", { AllowOrigins: ['https://example.com'], MaxAge: 60 }],
  ])('takes CORS settings in the %s spelling', async (_, cors) => {
    const { orders, get } = setup()
    orders.url({ authType: 'AWS_IAM', invokeMode: 'RESPONSE_STREAM', cors })
    expect(await get()).toMatchObject({
      AuthType: 'AWS_IAM',
      InvokeMode: 'RESPONSE_STREAM',
      Cors: { AllowOrigins: ['https://example.com'], MaxAge: 60 },
    })
  })

  it('changes the URL that is there and keeps its address', async () => {
    const { orders, get } = setup()
    orders.url({ authType: 'AWS_IAM' })
    const { FunctionUrl } = await get()
    orders.url({ invokeMode: 'RESPONSE_STREAM' })
    expect(await get()).toMatchObject({ FunctionUrl, AuthType: 'AWS_IAM', InvokeMode: 'RESPONSE_STREAM' })
  })

  it('gives an alias a URL of its own', async () => {
    const { api, orders } = setup()
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '$LATEST' })
    orders.url().url({ qualifier: 'live' })
    const { FunctionUrlConfigs } = await api.call('ListFunctionUrlConfigs', { FunctionName: 'orders' })
    expect(FunctionUrlConfigs).toHaveLength(2)
  })

  describe('with authType NONE', () => {
    const policyOf = async (api: ReturnType<typeof setup>['api'], Qualifier?: string) =>
      JSON.parse((await api.call('GetPolicy', { FunctionName: 'orders', Qualifier })).Policy!) as { Statement: object[] }

    it('is open to everybody, by the statements that the console adds', async () => {
      const { api, orders } = setup()
      orders.url()
      expect((await policyOf(api)).Statement).toEqual([
        {
          Sid: 'FunctionURLAllowPublicAccess',
          Effect: 'Allow',
          Principal: '*',
          Action: 'lambda:InvokeFunctionUrl',
          Resource: orders.arn,
          Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
        },
        {
          Sid: 'FunctionURLInvokeAllowPublicAccess',
          Effect: 'Allow',
          Principal: '*',
          Action: 'lambda:InvokeFunction',
          Resource: orders.arn,
          Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
        },
      ])
    })

    it('is opened once, however often it is changed, and only then', async () => {
      const { api, orders } = setup()
      orders.url({ authType: 'AWS_IAM' })
      expect((await api.refusal('GetPolicy', { FunctionName: 'orders' })).status).toBe(404)
      orders.url({ authType: 'NONE' }).url({ invokeMode: 'RESPONSE_STREAM' }).url()
      expect((await policyOf(api)).Statement).toHaveLength(2)
    })

    it('is opened by the policy of the alias that it leads to', async () => {
      const { api, orders } = setup()
      orders.version().alias('live', 1).url({ qualifier: 'live' })
      expect((await policyOf(api, 'live')).Statement).toMatchObject([
        { Resource: `${orders.arn}:live` },
        { Resource: `${orders.arn}:live` },
      ])
      expect((await api.refusal('GetPolicy', { FunctionName: 'orders' })).status).toBe(404)
    })
  })

  it.each([
    [{ auth: 'NONE' }, /url\(\.\.\.\) has no option 'auth'\. (Did you mean 'authType'|It has: authType)/],
    [{ cors: { alowOrigins: ['*'] } }, /url\(\{ cors \}\): Cors has no member AlowOrigins\. Did you mean AllowOrigins/],
    ['NONE', /url\(\.\.\.\) needs an object/],
    [{ authType: 'OPEN' }, /CreateFunctionUrlConfig answers ValidationException: .*'authType'/],
  ])('names what is wrong with %j', (settings, message) => {
    const { orders } = setup()
    expect(() => orders.url(settings as UrlSettings)).toThrow(message)
  })
})
