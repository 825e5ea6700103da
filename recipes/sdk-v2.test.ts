// Still on aws-sdk v2? The double is reached through nock, with nothing set: neither region nor credentials.
import AWS from 'aws-sdk'
import { mockLambda } from 'lambdouble/nock'
import 'lambdouble/jest'

process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1'
const lambda = mockLambda()

// The code under test. SDK v2 keeps its own time between attempts: shorten it in the client, if a test retries.
const client = new AWS.Lambda({ retryDelayOptions: { customBackoff: () => 0 } })
const placeOrder = (id: number) => client.invoke({ FunctionName: 'orders', Payload: JSON.stringify({ id }) }).promise()

test('an order is placed', async () => {
  lambda.function('orders', async (event) => ({ id: event.id, ok: true }))

  expect((await placeOrder(7)).Payload).toBe('{"id":7,"ok":true}')

  expect(lambda).toHaveInvoked('orders', { id: 7 })
})

test('throttles are retried by SDK v2 as on AWS', async () => {
  lambda.function('orders').returns({ ok: true })
  lambda.on('Invoke').throttles().times(2)

  expect((await placeOrder(7)).StatusCode).toBe(200)

  expect(lambda).toHaveBeenThrottled(2)
  expect(lambda.calls('Invoke')).toHaveLength(3)
})

test('errors have the codes of SDK v2', async () => {
  await expect(placeOrder(7)).rejects.toMatchObject({ code: 'ResourceNotFoundException', statusCode: 404, retryable: false })
})
