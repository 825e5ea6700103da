// A bad day at AWS, the same one each time: which calls go wrong follows from the seed, serially and in parallel.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const lambda = mockLambda({ seed: 7 })

// The code under test: orders everything, and says what could not be ordered.
async function orderAll(ids: readonly number[]): Promise<number[]> {
  const client = new LambdaClient({ maxAttempts: 5 })
  const order = (id: number) => client.send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify({ id }) }))
  const replies = await Promise.allSettled(ids.map(order))
  return ids.filter((_, index) => replies[index]!.status === 'rejected')
}

test('every order gets through, though one call in five goes wrong', async () => {
  lambda.function('orders', async ({ id }) => ({ ordered: id }))
  lambda.chaos({ throttle: 0.1, error: 0.05, drop: 0.05, latency: [5, 200] })

  expect(await orderAll([...Array(30).keys()])).toEqual([])
  expect(lambda).toHaveInvokedTimes('orders', 30)
  expect(lambda).toHaveRetried('Invoke')
})

test('chaos reaches what it is meant for, and ends when you say so', async () => {
  lambda.function('orders').returns('ok')
  const chaos = lambda.chaos({ error: 1 }, 'Invoke', { FunctionName: 'orders' })
  expect(await orderAll([1])).toEqual([1])
  expect(lambda.calls('Invoke')[0]!.rule).toBe("chaos: fails('ServiceException')")
  chaos.off()
  expect(await orderAll([1])).toEqual([])
})
