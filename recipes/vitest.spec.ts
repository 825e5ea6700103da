// In Vitest: `setupFiles: ['lambdouble/vitest']` in vitest.config.ts, or this import in a test.
import 'lambdouble/vitest'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import { beforeEach, expect, test, vi } from 'vitest'

const lambda = mockLambda() // verified and reset after each test, restored after the last
const handler = vi.fn(async (event: { id: number }) => ({ id: event.id, ok: true }))

// The code under test.
async function placeOrder(id: number): Promise<{ ok: boolean }> {
  const reply = await new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify({ id }) }))
  return JSON.parse(reply.Payload!.transformToString())
}

beforeEach(() => lambda.function('orders', handler))

test('a mock of Vitest can be the handler', async () => {
  await expect(placeOrder(7)).resolves.toEqual({ id: 7, ok: true })
  expect(handler).toHaveBeenCalledWith({ id: 7 }, expect.objectContaining({ functionName: 'orders' }))
  expect(lambda).toHaveInvokedOnceWith('orders', { id: 7 })
})

test("Vitest's matchers fit wherever something is compared", async () => {
  lambda
    .on('Invoke', { FunctionName: expect.stringMatching(/^orders/), Payload: { id: expect.any(Number) } })
    .throttles()
    .once()

  await placeOrder(8)

  expect(lambda).toHaveBeenThrottled(1)
  expect(lambda).toHaveReceivedCommandWith(InvokeCommand, expect.objectContaining({ FunctionName: 'orders' }))
  expect(lambda).not.toHaveInvoked('orders', expect.not.objectContaining({ id: 8 }))
})

test('restoring the mocks of Vitest leaves the double in place', async () => {
  vi.restoreAllMocks()
  await expect(placeOrder(9)).resolves.toMatchObject({ ok: true })
})
