// What your code sees when an invocation fails, each with Lambda's own answer.
import { InvokeCommand, LambdaClient, ResourceNotFoundException } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const lambda = mockLambda()
const client = new LambdaClient()

async function invoke(FunctionName: string) {
  const { FunctionError, Payload } = await client.send(new InvokeCommand({ FunctionName }))
  return { FunctionError, payload: JSON.parse(Payload!.transformToString()) }
}

test('a handler that throws is a successful call with FunctionError', async () => {
  lambda.function('orders', async () => {
    throw new RangeError('no stock')
  })
  const { FunctionError, payload } = await invoke('orders')
  expect(FunctionError).toBe('Unhandled')
  expect(payload).toMatchObject({ errorType: 'RangeError', errorMessage: 'no stock' })
})

test('time-outs and crashes have payloads of their own', async () => {
  lambda.function('orders').timesOutOnce().exitsOnce(1).returns('fine again')
  expect((await invoke('orders')).payload).toMatchObject({ errorType: 'Sandbox.Timedout' })
  expect((await invoke('orders')).payload).toMatchObject({ errorType: 'Runtime.ExitError' })
  expect((await invoke('orders')).payload).toBe('fine again')
})

test('a function that does not exist is the exception class of your own SDK', async () => {
  await expect(invoke('nobody')).rejects.toBeInstanceOf(ResourceNotFoundException)
})

test('any error of the service, by name', async () => {
  lambda.function('orders').returns('ok')
  lambda.on('Invoke').fails('KMSAccessDeniedException', { message: 'no key' })
  await expect(invoke('orders')).rejects.toMatchObject({ name: 'KMSAccessDeniedException', $metadata: { httpStatusCode: 502 } })
})
