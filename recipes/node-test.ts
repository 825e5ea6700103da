// In node:test, or any other runner, or none: lambda.assert holds the matchers as plain functions.
import { afterEach, test } from 'node:test'
import assert from 'node:assert/strict'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'

const lambda = mockLambda()

// The code under test.
async function placeOrder(id: number): Promise<{ ok: boolean }> {
  const reply = await new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify({ id }) }))
  return JSON.parse(reply.Payload!.transformToString())
}

afterEach(() => {
  lambda.verify() // what lambdouble/jest and lambdouble/vitest do by themselves
  lambda.reset()
})

test('an order is placed', async () => {
  lambda.function('orders', async (event) => ({ id: event.id, ok: true }))

  assert.deepEqual(await placeOrder(7), { id: 7, ok: true })

  lambda.assert.invokedOnceWith('orders', { id: 7 })
  lambda.assert.not.throttled()
})

test('a predicate or a regular expression takes the place of a matcher', async () => {
  lambda.function('orders').returns({ ok: true })
  await placeOrder(8)
  lambda.assert.receivedCommandWith(InvokeCommand, { FunctionName: /^ord/, Payload: { id: (id: number) => id > 7 } })
})

test('a failure is an AssertionError', async () => {
  assert.throws(() => lambda.assert.invoked('orders'), { name: 'AssertionError', message: /orders was never invoked/ })
})
