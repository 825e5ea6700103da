// A consumer's side of a contract: the function answers as agreed, and the code under test may send only what is agreed.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import { defineContract } from 'lambdouble/contract'
import 'lambdouble/jest'
import * as z from 'zod'

const createOrder = defineContract({
  function: 'orders-create',
  consumer: 'checkout',
  provider: 'orders',
  event: z.object({ sku: z.string(), qty: z.int() }),
  response: z.object({ orderId: z.string() }),
  errors: { OutOfStock: z.object({ errorType: z.literal('OutOfStock'), errorMessage: z.string() }) },
  examples: {
    'new order': { event: { sku: 'a', qty: 1 }, response: { orderId: 'o-1' } },
    'none left': { event: { sku: 'a', qty: 1 }, error: 'OutOfStock', given: 'no stock' },
  },
})

// The code under test.
async function placeOrder(sku: string, qty: number): Promise<string> {
  const command = new InvokeCommand({ FunctionName: 'orders-create', Payload: JSON.stringify({ sku, qty }) })
  const reply = await new LambdaClient().send(command)
  return reply.FunctionError ? 'sold out' : JSON.parse(reply.Payload!.transformToString()).orderId
}

const lambda = mockLambda()

test('places an order', async () => {
  lambda.function('orders-create').honours(createOrder)
  await expect(placeOrder('a', 1)).resolves.toBe('o-1')
})

test('tells when there is no stock', async () => {
  lambda.function('orders-create').honours(createOrder, { given: 'no stock' })
  await expect(placeOrder('a', 1)).resolves.toBe('sold out')
  expect(lambda).toHonour(createOrder)
})
