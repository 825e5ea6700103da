// Does your code survive throttling? The SDK's own retry loop runs, and none of its sleeps is slept.
import { InvokeCommand, LambdaClient, TooManyRequestsException } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const lambda = mockLambda()
const invoke = (client: LambdaClient) => client.send(new InvokeCommand({ FunctionName: 'orders' }))

beforeEach(() => lambda.function('orders').returns({ ok: true }))

test('two throttles, then success: the SDK needs three attempts', async () => {
  lambda.on('Invoke').throttles().times(2)

  const reply = await invoke(new LambdaClient())

  expect(reply.$metadata.attempts).toBe(3)
  expect(lambda).toHaveBeenThrottled(2)
  expect(lambda).toHaveRetried('Invoke', 2)
  expect(lambda).toHaveInvokedTimes('orders', 1)
})

test('a throttle that does not end reaches your code as its own exception', async () => {
  lambda.on('Invoke').throttles({ reason: 'ConcurrentInvocationLimitExceeded' })

  const error = await invoke(new LambdaClient()).catch((caught: unknown) => caught)

  expect(error).toBeInstanceOf(TooManyRequestsException)
  expect(error).toMatchObject({ Reason: 'ConcurrentInvocationLimitExceeded', $metadata: { attempts: 3 } })
})

test('a client of yours that must not retry does not', async () => {
  lambda.on('Invoke').throttles().once()
  await expect(invoke(new LambdaClient({ maxAttempts: 1 }))).rejects.toMatchObject({ $metadata: { attempts: 1 } })
})

test('how long the SDK would have slept is on record', async () => {
  lambda.on('Invoke').throttles({ retryAfterSeconds: 2 }).once()
  await invoke(new LambdaClient())
  expect(lambda.calls('Invoke')[1]!.retryDelay).toBeGreaterThan(1_000)
})
