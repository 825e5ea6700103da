// Tests that run side by side: each has a Lambda of its own, though they share a double and the client of the code under test.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

// The code under test.
const client = new LambdaClient()
async function stock(item: string): Promise<number> {
  const reply = await client.send(new InvokeCommand({ FunctionName: 'stock', Payload: JSON.stringify({ item }) }))
  return JSON.parse(reply.Payload!.transformToString())
}

const lambda = mockLambda()
lambda.function('stock', async ({ item }) => item.length)
const seeded = lambda.snapshot()

test.concurrent('begins with nothing', () =>
  lambda.isolate(async () => {
    await expect(stock('pen')).rejects.toThrow('Function not found')
  }),
)

test.concurrent('seeds what it needs, and sees its own calls only', () =>
  lambda.isolate(async () => {
    lambda.function('stock').returns(7)
    expect(await stock('pen')).toBe(7)
    expect(lambda).toHaveInvokedTimes('stock', 1)
  }),
)

test.concurrent('or begins with what all tests share', () =>
  lambda.isolate(async () => {
    lambda.load(seeded)
    lambda.on('Invoke').throttles().once()
    expect(await stock('paper')).toBe(5)
    expect(lambda).toHaveBeenThrottled(1)
  }),
)
