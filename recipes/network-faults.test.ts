// Does your code survive a bad network? Each fault is one line, and the SDK sees it as it would see the real one.
import { InvokeCommand, InvokeWithResponseStreamCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const lambda = mockLambda()
const invoke = (config = {}) => new LambdaClient(config).send(new InvokeCommand({ FunctionName: 'orders' }))

test('a connection that breaks once is tried again by the SDK', async () => {
  lambda.function('orders').returns({ ok: true })
  lambda.on('Invoke').drops('ECONNRESET').once()
  expect((await invoke()).$metadata.attempts).toBe(2)
})

test('a lost answer makes the order twice: only an idempotent function survives that', async () => {
  lambda.function('orders').returns({ ok: true })
  lambda.on('Invoke').losesReply().once()
  await invoke()
  expect(lambda.invocations('orders')).toHaveLength(2)
})

test("a proxy's error page is no error of Lambda's", async () => {
  lambda.on('Invoke').answers({ status: 403, body: '<html>Blocked</html>' })
  await expect(invoke()).rejects.toMatchObject({ name: 'SyntaxError', $metadata: { httpStatusCode: 403, attempts: 1 } })
})

test('a function that never answers costs a time-out, and no time', async () => {
  lambda.on('Invoke').hangs()
  const requestHandler = { requestTimeout: 30_000, throwOnRequestTimeout: true }
  await expect(invoke({ requestHandler, maxAttempts: 1 })).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('a stream that ends without InvokeComplete is no error to the SDK: look for it yourself', async () => {
  lambda.function('chat').streams(['Hel', 'lo'])
  lambda.on('InvokeWithResponseStream').truncates({ at: 'complete' })
  const reply = await new LambdaClient().send(new InvokeWithResponseStreamCommand({ FunctionName: 'chat' }))
  const events = []
  for await (const event of reply.EventStream!) events.push(Object.keys(event)[0])
  expect(events).not.toContain('InvokeComplete')
})
