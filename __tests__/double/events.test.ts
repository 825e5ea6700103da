import type { MockLambda } from '../../src/index'
import { newDouble } from '../support/sources'
import { noon } from '../support/runtime'

let lambda: MockLambda
beforeEach(() => (lambda = newDouble()))
afterEach(() => lambda.restore())

const failed = 'arn:aws:sqs:us-east-1:123456789012:failed'

describe('services that do not wait', () => {
  test.each([
    ['sns', () => lambda.events.sns('orders', { message: 'tea' })],
    ['s3', () => lambda.events.s3('orders', { bucket: 'b', key: 'k' })],
    ['eventBridge', () => lambda.events.eventBridge('orders', { source: 'shop', detailType: 'a' })],
    ['scheduled', () => lambda.events.scheduled('orders')],
    ['logs', () => lambda.events.logs('orders', { logGroup: 'g', messages: ['a'] })],
  ])('%s hands its event to the queue of asynchronous invocations and gives it back', async (_, push) => {
    lambda.function('orders').returns(null)
    const event = await push()
    expect(lambda.invocations()).toEqual([])
    await lambda.settled()
    expect(lambda.invocations('orders')).toMatchObject([{ type: 'Event', event }])
  })

  test('a function that fails is tried again after 1 and 2 minutes, and then its destination is told', async () => {
    lambda.function('orders').throws(new Error('boom')).async({ onFailure: failed })
    const event = await lambda.events.s3('orders', { bucket: 'b', key: 'k' })
    await lambda.settled()
    expect(lambda.invocations('orders').map(({ at }) => at - noon)).toEqual([0, 60_000, 180_000])
    expect(lambda.deliveries(failed)).toMatchObject([
      { kind: 'destination', condition: 'RetriesExhausted', record: { requestPayload: event } },
    ])
  })

  test('a function that publishes to its own topic is cut off after 16 rounds', async () => {
    lambda.function('orders', () => lambda.events.sns('orders', { message: 'again' })).async({ onFailure: failed })
    await lambda.events.sns('orders', { message: 'tea' })
    await lambda.settled()
    expect(lambda.invocations('orders')).toHaveLength(16)
    expect(lambda.deliveries(failed)).toMatchObject([{ condition: 'RecursiveInvocation' }])
  })

  test('an alias and an ARN name the function too', async () => {
    const orders = lambda.function('orders').returns(null).version()
    orders.alias('live', '1')
    await lambda.events.sns('orders:live', { message: 'tea' })
    await lambda.events.sns(orders.arn, { message: 'tea' })
    await lambda.settled()
    expect(lambda.invocations('orders').map(({ qualifier }) => qualifier)).toEqual(['live', undefined])
  })
})

describe('services that wait', () => {
  test('a client of API Gateway gets what the function answers', async () => {
    lambda.function('api', ({ httpMethod, body }) => ({
      statusCode: 201,
      body: JSON.stringify({ httpMethod, ...JSON.parse(body) }),
    }))
    expect(await lambda.events.apiGateway('api', { path: '/orders', body: { sku: 'tea' } })).toMatchObject({
      statusCode: 201,
      body: { httpMethod: 'POST', sku: 'tea' },
    })
  })

  test('of an HTTP API it gets the result itself', async () => {
    lambda.function('api', ({ pathParameters }) => pathParameters)
    const request = { version: '2.0', path: '/orders/7', resource: '/orders/{id}' } as const
    expect(await lambda.events.apiGateway('api', request)).toMatchObject({ statusCode: 200, body: { id: '7' } })
  })

  test('a function that fails is a 502, with the reason for the test', async () => {
    lambda.function('api').throws(new Error('boom'))
    expect(await lambda.events.apiGateway('api', { path: '/' })).toMatchObject({
      statusCode: 502,
      body: { message: 'Internal server error' },
      reason: 'The function failed: Error: boom',
    })
  })

  test('a function without a place to run is a 500, and one that takes longer than 29 seconds a 504', async () => {
    lambda.function('api').returns({ statusCode: 200 }).reservedConcurrency(0)
    expect(await lambda.events.apiGateway('api', { path: '/' })).toMatchObject({
      statusCode: 500,
      reason: expect.stringContaining('TooManyRequestsException'),
    })
    lambda.function('slow').configure({ Timeout: 60 }).timesOut()
    expect(await lambda.events.apiGateway('slow', { path: '/' })).toMatchObject({ statusCode: 504 })
  })

  test('a client of a load balancer gets what the function answers', async () => {
    lambda.function('api', ({ headers }) => ({
      statusCode: 200,
      headers: { 'content-type': 'text/plain' },
      body: headers['x-id'],
    }))
    expect(await lambda.events.alb('api', { path: '/', headers: { 'X-Id': 7 } })).toMatchObject({ statusCode: 200, body: '7' })
  })

  test('a user pool gets its event back, filled in', async () => {
    lambda.function('check', (event) => ({ ...event, response: { ...event.response, autoConfirmUser: true } }))
    const { response, userName } = await lambda.events.cognito('check', { triggerSource: 'PreSignUp_SignUp', userName: 'ann' })
    expect(response).toEqual({ autoConfirmUser: true, autoVerifyEmail: false, autoVerifyPhone: false })
    expect(userName).toBe('ann')
  })

  test('what a user pool cannot use is an error with the name that its client gets', async () => {
    const ask = (name: string) => lambda.events.cognito(name, { triggerSource: 'PreSignUp_SignUp' })
    lambda.function('strict').throws(new Error('Not you'))
    await expect(ask('strict')).rejects.toMatchObject({
      name: 'UserLambdaValidationException',
      message: 'PreSignUp failed with error Not you.',
    })
    lambda.function('empty').returns({})
    await expect(ask('empty')).rejects.toMatchObject({
      name: 'InvalidLambdaResponseException',
      message: 'Unrecognizable lambda output',
    })
    lambda.function('full').reservedConcurrency(0)
    await expect(ask('full')).rejects.toMatchObject({
      name: 'UnexpectedLambdaException',
      message: 'PreSignUp invocation failed due to error TooManyRequestsException.',
    })
  })

  test('a user pool asks three times in all if it gets no answer within 5 seconds', async () => {
    lambda.function('slow').configure({ Timeout: 6 }).timesOut()
    await expect(lambda.events.cognito('slow', { triggerSource: 'PreSignUp_SignUp' })).rejects.toMatchObject({
      name: 'UnexpectedLambdaException',
      message: 'PreSignUp invocation failed due to error Socket timeout while invoking Lambda function.',
    })
    expect(lambda.invocations('slow')).toHaveLength(3)
  })
})

test('a push is no call of the API: rules do not concern it, and it is not in calls()', async () => {
  lambda.function('api').returns({ statusCode: 200 })
  lambda.on('Invoke').throttles()
  expect(await lambda.events.apiGateway('api', { path: '/' })).toMatchObject({ statusCode: 200 })
  expect(lambda.calls()).toEqual([])
})

test('event() builds the event alone', () => {
  expect(lambda.events.sns.event({ message: 'tea' }).Records[0]!.Sns.Message).toBe('tea')
  expect(lambda.events.apiGateway.event({ version: '2.0', path: '/' }).rawPath).toBe('/')
  expect(lambda.events.scheduled.event().source).toBe('aws.events')
  expect(() => lambda.events.s3.event({ bucket: 'b' } as never)).toThrow('lambda.events.s3.event needs key')
})

test('another region pushes to its own functions', async () => {
  const ireland = lambda.region('eu-west-1')
  ireland.function('orders').returns(null)
  await ireland.events.sns('orders', { message: 'tea' })
  await lambda.settled()
  const { event } = lambda.invocations('orders')[0]!
  expect(event).toMatchObject({ Records: [{ Sns: { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:topic' } }] })
})

test('a function that does not exist is the mistake of the test, with the nearest name', async () => {
  await expect(lambda.events.sns('orders', { message: 'tea' })).rejects.toThrow(
    `lambda.events.sns("orders"): there is no such function in us-east-1. There are: none. Create it: lambda.function('orders', handler).`,
  )
  lambda.function('orders').returns(null)
  await expect(lambda.events.alb('ordres', { path: '/' })).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringContaining(
      `lambda.events.alb("ordres"): there is no such function in us-east-1. Did you mean 'orders'?`,
    ),
  })
  await expect(lambda.events.sns(7 as never, { message: 'tea' })).rejects.toThrow('needs the name of a function')
  await expect(lambda.events.sns('orders:live', { message: 'tea' })).rejects.toThrow(
    'Lambda would refuse the event. ResourceNotFoundException: Function not found:',
  )
  await expect(lambda.events.apiGateway('orders:live', { path: '/' })).rejects.toMatchObject({ name: 'UsageError' })
  await expect(lambda.events.sns('orders', undefined as never)).rejects.toThrow('needs an object that says what happened')
})
