// Your first test: a function of yours stands in for the real one, and the real SDK calls it.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

// The code under test.
async function placeOrder(id: number): Promise<{ id: number; ok: boolean }> {
  const reply = await new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify({ id }) }))
  return JSON.parse(reply.Payload!.transformToString())
}

const lambda = mockLambda()

test('an order is placed', async () => {
  lambda.function('orders', async (event) => ({ id: event.id, ok: true }))

  await expect(placeOrder(7)).resolves.toEqual({ id: 7, ok: true })

  expect(lambda).toHaveInvoked('orders', { id: 7 })
})

test('nothing of one test is left for the next', async () => {
  await expect(placeOrder(7)).rejects.toThrow('Function not found') // as on AWS, where nobody has created it
})
