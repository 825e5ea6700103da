import { buildFunction } from '../../src/builders/buildFunction'
import type { AsyncSettings } from '../../src/builders/seedAsync'
import { createApi } from '../support/api'

const queue = 'arn:aws:sqs:us-east-1:123456789012:failed'

function setup() {
  const api = createApi()
  const seed = api.house.seedOf('us-east-1')
  const orders = buildFunction(seed, 'orders')
  const get = (Qualifier?: string) => api.call('GetFunctionEventInvokeConfig', { FunctionName: 'orders', Qualifier })
  return { api, seed, orders, get }
}

describe('async', () => {
  it('sets retries, age, destinations and dead-letter target through the API', async () => {
    const { api, seed, orders, get } = setup()
    const other = buildFunction(seed, 'other')
    expect(
      orders.async({ maximumRetryAttempts: 0, maximumEventAge: '1h', onSuccess: other, onFailure: queue, deadLetter: queue }),
    ).toBe(orders)
    expect(await get()).toMatchObject({
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 3600,
      DestinationConfig: { OnSuccess: { Destination: other.arn }, OnFailure: { Destination: queue } },
    })
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toMatchObject({
      DeadLetterConfig: { TargetArn: queue },
    })
  })

  it('keeps what a later call leaves out', async () => {
    const { orders, get } = setup()
    orders.async({ maximumRetryAttempts: 1, onFailure: queue }).async({ maximumEventAge: 60 })
    orders.async({ onSuccess: 'arn:aws:sns:us-east-1:123456789012:done' })
    expect(await get()).toMatchObject({
      MaximumRetryAttempts: 1,
      MaximumEventAgeInSeconds: 60,
      DestinationConfig: {
        OnSuccess: { Destination: 'arn:aws:sns:us-east-1:123456789012:done' },
        OnFailure: { Destination: queue },
      },
    })
  })

  it('sets a dead-letter target alone without touching the rest', async () => {
    const { api, orders } = setup()
    orders.async({ deadLetter: queue })
    expect(await api.call('ListFunctionEventInvokeConfigs', { FunctionName: 'orders' })).toEqual({
      FunctionEventInvokeConfigs: [],
    })
  })

  it('sets it for an alias', async () => {
    const { api, orders, get } = setup()
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '$LATEST' })
    orders.async({ qualifier: 'live', maximumRetryAttempts: 0 })
    expect(await get('live')).toMatchObject({ MaximumRetryAttempts: 0 })
  })

  it.each([
    [{ maxRetryAttempts: 1 }, /async\(\.\.\.\) has no option 'maxRetryAttempts'\. Did you mean 'maximumRetryAttempts'/],
    [undefined, /async\(\.\.\.\) needs an object/],
    [{ maximumEventAge: 'soon' }, /maximumEventAge: 'soon' \}\) needs seconds or a duration/],
    [{ onFailure: 5 }, /async\(\{ onFailure \}\) needs an ARN/],
    [{ deadLetter: null }, /async\(\{ deadLetter \}\) needs an ARN/],
    [{}, /PutFunctionEventInvokeConfig answers InvalidParameterValueException: You must specify at least one/],
    [{ maximumRetryAttempts: 3 }, /PutFunctionEventInvokeConfig answers ValidationException/],
    [
      { onSuccess: 'arn:aws:lambda:us-east-1:123456789012:function:orders' },
      /You can't specify the function as a destination for itself/,
    ],
  ])('names what is wrong with %j', (settings, message) => {
    const { orders } = setup()
    expect(() => orders.async(settings as AsyncSettings)).toThrow(message)
  })
})
