import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('UpdateFunctionUrlConfig', () => {
  it('changes what is given and keeps the rest, the address above all (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const { FunctionUrl } = await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE' })
    await api.house.clock.advance(1500)
    const updated = await api.call('UpdateFunctionUrlConfig', { FunctionName: 'orders', InvokeMode: 'RESPONSE_STREAM' })
    expect(updated).toEqual({
      AuthType: 'NONE',
      CreationTime: '2026-01-31T12:00:00.000+0000',
      FunctionArn: arn,
      FunctionUrl,
      InvokeMode: 'RESPONSE_STREAM',
      LastModifiedTime: '2026-01-31T12:00:01.500+0000',
    })
    expect(await api.call('GetFunctionUrlConfig', { FunctionName: 'orders' })).toEqual(updated)
  })

  it('replaces the CORS settings as a whole; empty ones end them', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const Cors = { AllowOrigins: ['*'], MaxAge: 5 }
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE', Cors })
    expect(await api.call('UpdateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'AWS_IAM' })).toMatchObject({ Cors })
    const narrow = await api.call('UpdateFunctionUrlConfig', { FunctionName: 'orders', Cors: { AllowMethods: ['GET'] } })
    expect(narrow).toMatchObject({ AuthType: 'AWS_IAM' })
    expect(narrow.Cors).toEqual({ AllowMethods: ['GET'] })
    expect((await api.call('UpdateFunctionUrlConfig', { FunctionName: 'orders', Cors: {} })).Cors).toBeUndefined()
  })

  it.each([
    ['an unknown function', { FunctionName: 'gone' }, 'Function does not exist'],
    ['an unknown alias', { FunctionName: 'orders', Qualifier: 'live' }, 'Function does not exist'],
    ['a function without a URL', { FunctionName: 'orders' }, 'The resource you requested does not exist.'],
  ])('misses %s', async (_, input, message) => {
    const api = createApi()
    await api.createFunction('orders')
    const refusal = await api.refusal('UpdateFunctionUrlConfig', { ...input, AuthType: 'AWS_IAM' })
    expect(refusal).toEqual({ code: 'ResourceNotFoundException', status: 404, message })
  })
})
