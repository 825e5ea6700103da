import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('DeleteFunctionEventInvokeConfig', () => {
  it('takes away that of one version and leaves the others (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('PutFunctionEventInvokeConfig', { FunctionName: 'orders', MaximumRetryAttempts: 1 })
    await api.call('PutFunctionEventInvokeConfig', { FunctionName: 'orders', Qualifier: '1', MaximumEventAgeInSeconds: 120 })
    expect(await api.call('DeleteFunctionEventInvokeConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await api.call('ListFunctionEventInvokeConfigs', { FunctionName: 'orders' })).toEqual({
      FunctionEventInvokeConfigs: [
        {
          DestinationConfig: { OnFailure: {}, OnSuccess: {} },
          FunctionArn: `${arn}:1`,
          LastModified: new Date('2026-01-31T12:00:00.000Z'),
          MaximumEventAgeInSeconds: 120,
        },
      ],
    })
  })

  it.each([
    ['an unknown function', { FunctionName: 'orders:7' }, `${arn}:7`],
    ['a function without one', { FunctionName: 'orders' }, `${arn}:$LATEST`],
  ])('misses %s', async (name, input, what) => {
    const api = createApi()
    if (name !== 'an unknown function') await api.createFunction('orders')
    expect(await api.refusal('DeleteFunctionEventInvokeConfig', input)).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: `The function ${what} doesn't have an EventInvokeConfig`,
    })
  })
})
