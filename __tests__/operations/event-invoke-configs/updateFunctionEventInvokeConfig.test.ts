import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const [queue, topic] = ['arn:aws:sqs:us-east-1:123456789012:failed', 'arn:aws:sns:us-east-1:123456789012:done']

describe('UpdateFunctionEventInvokeConfig', () => {
  it('changes what is given and keeps the rest (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.call('PutFunctionEventInvokeConfig', { FunctionName: 'orders', MaximumEventAgeInSeconds: 60 })
    await api.house.clock.advance(1000)
    expect(await api.call('UpdateFunctionEventInvokeConfig', { FunctionName: 'orders', MaximumRetryAttempts: 1 })).toEqual({
      DestinationConfig: { OnFailure: {}, OnSuccess: {} },
      FunctionArn: `${arn}:$LATEST`,
      LastModified: new Date('2026-01-31T12:00:01.000Z'),
      MaximumEventAgeInSeconds: 60,
      MaximumRetryAttempts: 1,
    })
  })

  it("adds a destination to what is there (AWS's example), and replaces both destinations when it is given one", async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.call('PutFunctionEventInvokeConfig', { FunctionName: 'orders', MaximumRetryAttempts: 0 })
    const update = (DestinationConfig: object) =>
      api.call('UpdateFunctionEventInvokeConfig', { FunctionName: 'orders', DestinationConfig })
    expect(await update({ OnFailure: { Destination: queue } })).toMatchObject({
      DestinationConfig: { OnFailure: { Destination: queue }, OnSuccess: {} },
      MaximumRetryAttempts: 0,
    })
    expect((await update({ OnSuccess: { Destination: topic } })).DestinationConfig).toEqual({
      OnFailure: {},
      OnSuccess: { Destination: topic },
    })
  })

  it.each([
    ['no setting', { FunctionName: 'gone' }, 400, 'You must specify at least one of error handling or destination setting.'],
    ['an unknown function', { FunctionName: 'gone', MaximumRetryAttempts: 1 }, 404, "The function doesn't exist."],
    ['an unknown alias', { FunctionName: 'orders:live', MaximumRetryAttempts: 1 }, 404, "The function doesn't exist."],
    [
      'a function without a configuration',
      { FunctionName: 'orders', MaximumRetryAttempts: 1 },
      404,
      `The function ${arn}:$LATEST doesn't have an EventInvokeConfig`,
    ],
    [
      'a version without a configuration',
      { FunctionName: 'orders', Qualifier: '1', MaximumRetryAttempts: 1 },
      404,
      `The function ${arn}:1 doesn't have an EventInvokeConfig`,
    ],
  ])('refuses %s', async (_, input, status, message) => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.refusal('UpdateFunctionEventInvokeConfig', input)).toEqual({
      code: status === 404 ? 'ResourceNotFoundException' : 'InvalidParameterValueException',
      status,
      message,
    })
  })

  it('refuses the function itself as a destination, and keeps the old configuration', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const before = await api.call('PutFunctionEventInvokeConfig', { FunctionName: 'orders', MaximumRetryAttempts: 2 })
    const input = { FunctionName: 'orders', MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: arn } } }
    expect(await api.refusal('UpdateFunctionEventInvokeConfig', input)).toMatchObject({
      message: "You can't specify the function as a destination for itself.",
    })
    expect(await api.call('GetFunctionEventInvokeConfig', { FunctionName: 'orders' })).toEqual(before)
  })
})
