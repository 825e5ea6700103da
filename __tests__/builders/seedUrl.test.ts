import { buildFunction } from '../../src/builders/functionBuilder'
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
