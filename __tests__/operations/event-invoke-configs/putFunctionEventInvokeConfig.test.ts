import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const now = new Date('2026-01-31T12:00:00.000Z')
const queue = 'arn:aws:sqs:us-east-1:123456789012:failed'

describe('PutFunctionEventInvokeConfig', () => {
  it('replaces what was there, and shows the ARN with $LATEST (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const rest = { DestinationConfig: { OnFailure: {}, OnSuccess: {} }, FunctionArn: `${arn}:$LATEST`, LastModified: now }
    expect(await api.call('PutFunctionEventInvokeConfig', { FunctionName: 'orders', MaximumRetryAttempts: 0 })).toEqual({
      ...rest,
      MaximumRetryAttempts: 0,
    })
    expect(await api.call('PutFunctionEventInvokeConfig', { FunctionName: 'orders', MaximumEventAgeInSeconds: 60 })).toEqual({
      ...rest,
      MaximumEventAgeInSeconds: 60,
    })
  })

  it('belongs to the version or alias that was named (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    for (const Qualifier of ['1', 'live', '$LATEST']) {
      const input = { FunctionName: 'orders', Qualifier, MaximumEventAgeInSeconds: 120 }
      expect(await api.call('PutFunctionEventInvokeConfig', input)).toMatchObject({ FunctionArn: `${arn}:${Qualifier}` })
    }
  })

  it.each([
    ['a queue', queue, 'both'],
    ['a topic', 'arn:aws:sns:us-east-1:123456789012:topic', 'both'],
    ['an event bus', 'arn:aws:events:us-east-1:123456789012:event-bus/default', 'both'],
    ['another function', 'arn:aws:lambda:us-east-1:123456789012:function:other', 'both'],
    ['a bucket', 'arn:aws:s3:::failures', 'OnFailure'],
  ])('sends records to %s', async (_, Destination, use) => {
    const api = createApi()
    await api.createFunction('orders')
    await api.createFunction('other')
    for (const member of use === 'both' ? ['OnFailure', 'OnSuccess'] : [use]) {
      const DestinationConfig = { OnFailure: {}, OnSuccess: {}, [member]: { Destination } }
      const input = { FunctionName: 'orders', DestinationConfig }
      expect(await api.call('PutFunctionEventInvokeConfig', input)).toMatchObject({ DestinationConfig })
    }
  })

  it('takes an empty ARN for none', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const input = { FunctionName: 'orders', DestinationConfig: { OnFailure: { Destination: '' } } }
    expect(await api.call('PutFunctionEventInvokeConfig', input)).toMatchObject({
      DestinationConfig: { OnFailure: {}, OnSuccess: {} },
    })
  })

  it('refuses to say nothing before it looks for the function', async () => {
    expect(await createApi().refusal('PutFunctionEventInvokeConfig', { FunctionName: 'gone' })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'You must specify at least one of error handling or destination setting.',
    })
  })

  it.each([
    ['an unknown function', { FunctionName: 'gone' }],
    ['an unknown version', { FunctionName: 'orders', Qualifier: '7' }],
    ['an unknown alias', { FunctionName: 'orders:live' }],
  ])('misses %s', async (_, input) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('PutFunctionEventInvokeConfig', { ...input, MaximumRetryAttempts: 1 })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: "The function doesn't exist.",
    })
  })

  it.each([
    [
      'a function that does not exist',
      { OnSuccess: { Destination: 'arn:aws:lambda:us-east-1:123456789012:function:gone' } },
      'The destination ARN arn:aws:lambda:us-east-1:123456789012:function:gone is invalid.',
    ],
    ['the function itself', { OnFailure: { Destination: arn } }, "You can't specify the function as a destination for itself."],
    [
      'an alias of the function itself',
      { OnSuccess: { Destination: `${arn}:live` } },
      "You can't specify the function as a destination for itself.",
    ],
    [
      'a service that takes no records',
      { OnSuccess: { Destination: 'arn:aws:iam::123456789012:role/any' } },
      'The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=arn:aws:iam::123456789012:role/any), onFailure=null) is invalid.',
    ],
    [
      'a FIFO queue',
      { OnFailure: { Destination: `${queue}.fifo` } },
      `The provided destination config DestinationConfig(onSuccess=null, onFailure=OnFailure(destination=${queue}.fifo)) is invalid.`,
    ],
    [
      'a FIFO topic',
      { OnSuccess: { Destination: 'arn:aws:sns:us-east-1:123456789012:all.fifo' } },
      'The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=arn:aws:sns:us-east-1:123456789012:all.fifo), onFailure=null) is invalid.',
    ],
    [
      'a bucket for what succeeded',
      { OnSuccess: { Destination: 'arn:aws:s3:::all' }, OnFailure: { Destination: queue } },
      `The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=arn:aws:s3:::all), onFailure=OnFailure(destination=${queue})) is invalid.`,
    ],
  ])('refuses as a destination %s', async (_, DestinationConfig, message) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('PutFunctionEventInvokeConfig', { FunctionName: 'orders', DestinationConfig })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message,
    })
  })

  it('refuses a destination that is no ARN', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const DestinationConfig = { OnFailure: { Destination: 'arn:aws:_-/!lambda:us-east-1:123456789012:function:orders' } }
    expect(await api.refusal('PutFunctionEventInvokeConfig', { FunctionName: 'orders', DestinationConfig })).toEqual({
      code: 'ValidationException',
      status: 400,
      message:
        "1 validation error detected: Value 'arn:aws:_-/!lambda:us-east-1:123456789012:function:orders' at " +
        "'destinationConfig.onFailure.destination' failed to satisfy constraint: Member must satisfy regular expression pattern: " +
        '^$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:' +
        '((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)',
    })
  })

  it.each([
    ['MaximumRetryAttempts', 3],
    ['MaximumEventAgeInSeconds', 59],
    ['MaximumEventAgeInSeconds', 21_601],
  ])('holds %s to its limits: %d', async (member, value) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('PutFunctionEventInvokeConfig', { FunctionName: 'orders', [member]: value })).toMatchObject({
      code: 'ValidationException',
    })
  })
})
