// From aws-sdk-client-mock: change the import, and the suite goes on as it is. See docs/migrating.md for what is different.
import { InvokeCommand, LambdaClient, TooManyRequestsException } from '@aws-sdk/client-lambda'
import { mockClient } from 'lambdouble' // was 'aws-sdk-client-mock'
import 'lambdouble/jest' // was 'aws-sdk-client-mock-jest'

const lambdaMock = mockClient(LambdaClient)
const client = new LambdaClient({})
const placeOrder = (id: number) => client.send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify({ id }) }))

beforeEach(() => lambdaMock.reset())

test('the old verbs, the old matchers', async () => {
  lambdaMock
    .on(InvokeCommand)
    .rejectsOnce('boom')
    .resolves({ StatusCode: 200, Payload: { ok: true } }) // JSON; what your code gets are the SDK's bytes

  await expect(placeOrder(6)).rejects.toThrow('boom')
  expect(JSON.parse((await placeOrder(7)).Payload!.transformToString())).toEqual({ ok: true })

  expect(lambdaMock).toHaveReceivedCommandTimes(InvokeCommand, 2)
  expect(lambdaMock).toHaveReceivedNthCommandWith(2, InvokeCommand, { FunctionName: 'orders', Payload: { id: 7 } })
  expect(lambdaMock.commandCalls(InvokeCommand)[0]!.args[0].input.FunctionName).toBe('orders')
})

test('new: the SDK itself runs, so it retries, and the exception is its own', async () => {
  lambdaMock.on(InvokeCommand).rejects(new TooManyRequestsException({ message: 'slow down', $metadata: {} }))

  await expect(placeOrder(7)).rejects.toBeInstanceOf(TooManyRequestsException)

  expect(lambdaMock).toHaveReceivedCommandTimes(InvokeCommand, 1)
  expect(lambdaMock).toHaveRetried(InvokeCommand, 2)
})
