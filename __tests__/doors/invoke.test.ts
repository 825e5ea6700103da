import {
  CreateFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  InvokeWithResponseStreamCommand,
  LambdaServiceException,
  ListFunctionsCommand,
  ResourceNotFoundException,
  TooManyRequestsException,
  paginateListFunctions,
  waitUntilFunctionActiveV2,
} from '@aws-sdk/client-lambda'
import type { OpenDouble } from './doors'
import { throughEachDoor } from './throughEachDoor'

throughEachDoor('invoke', (open, test) => {
  let double: OpenDouble
  beforeEach(async () => {
    double = await open()
  })
  afterEach(() => double.close())

  const invoke = (FunctionName: string, more = {}) => double.client.send(new InvokeCommand({ FunctionName, ...more }))

  test('a handler answers', async () => {
    double.lambda.function('orders', async (event: { id: number }) => ({ id: event.id, ok: true }))
    const reply = await invoke('orders', { Payload: JSON.stringify({ id: 7 }) })
    expect(JSON.parse(reply.Payload!.transformToString())).toEqual({ id: 7, ok: true })
    expect(reply).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST', $metadata: { httpStatusCode: 200, attempts: 1 } })
  })

  test('a handler that throws is FunctionError Unhandled', async () => {
    double.lambda.function('orders').throws(new RangeError('no stock'))
    const reply = await invoke('orders')
    expect(reply.FunctionError).toBe('Unhandled')
    expect(JSON.parse(reply.Payload!.transformToString())).toMatchObject({ errorType: 'RangeError', errorMessage: 'no stock' })
  })

  test('throttles are retried for real', async () => {
    double.lambda.function('orders').returns(1)
    double.lambda.on('Invoke').throttles().once()
    expect((await invoke('orders')).$metadata.attempts).toBe(2)
  })

  test('errors are of the classes of the user’s own SDK', async () => {
    const missing = await invoke('gone').catch((error: unknown) => error)
    expect(missing).toBeInstanceOf(ResourceNotFoundException)
    expect(missing).toMatchObject({ message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone:$LATEST' })
    double.lambda.on('Invoke').throttles({ reason: 'CallerRateLimitExceeded' }).times(3)
    const throttled = await invoke('gone').catch((error: unknown) => error)
    expect(throttled).toBeInstanceOf(TooManyRequestsException)
    expect(throttled).toMatchObject({ Reason: 'CallerRateLimitExceeded', $metadata: { attempts: 3, httpStatusCode: 429 } })
  })

  test('a bad name is AWS’s ValidationException', async () => {
    const error = await invoke('my-function!').catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(LambdaServiceException)
    expect(error).toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(
        /^1 validation error detected: Value 'my-function!' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: /,
      ),
    })
  })

  test('names may be ARNs with qualifiers', async () => {
    double.lambda.function('orders').returns(1)
    const reply = await invoke('arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST')
    expect(reply.StatusCode).toBe(200)
  })

  test('Event and DryRun answer 202 and 204 without a body', async () => {
    double.lambda.function('orders').returns(1)
    const event = await invoke('orders', { InvocationType: 'Event', Payload: '{}' })
    expect([event.StatusCode, event.Payload?.length ?? 0]).toEqual([202, 0])
    const dry = await invoke('orders', { InvocationType: 'DryRun' })
    expect([dry.StatusCode, dry.Payload?.length ?? 0]).toEqual([204, 0])
    await double.lambda.settled()
    expect(double.lambda.invocations()).toHaveLength(1)
  })

  test('a function can be created, waited for, read and invoked', async () => {
    double.lambda.function('seed')
    const { Configuration } = await double.client.send(new GetFunctionCommand({ FunctionName: 'seed' }))
    const { Runtime, Role, Handler } = Configuration!
    await double.client.send(
      new CreateFunctionCommand({ FunctionName: 'made', Runtime, Role, Handler, Code: { S3Bucket: 'bucket', S3Key: 'key' } }),
    )
    await waitUntilFunctionActiveV2({ client: double.client, maxWaitTime: 5 }, { FunctionName: 'made' })
    double.lambda.function('made').returns('hello')
    expect((await invoke('made')).Payload!.transformToString()).toBe('"hello"')
  })

  test('lists page', async () => {
    for (let index = 0; index < 60; index++) double.lambda.function(`fn-${index}`)
    const names: string[] = []
    for await (const page of paginateListFunctions({ client: double.client }, {}))
      names.push(...page.Functions!.map((fn) => fn.FunctionName!))
    expect(new Set(names).size).toBe(60)
    expect((await double.client.send(new ListFunctionsCommand({ MaxItems: 3 }))).Functions).toHaveLength(3)
  })

  test('streams arrive as events', async () => {
    double.lambda.function('orders').returns({ ok: true })
    const reply = await double.client.send(new InvokeWithResponseStreamCommand({ FunctionName: 'orders' }))
    const chunks: string[] = []
    let complete = false
    for await (const event of reply.EventStream!) {
      if (event.PayloadChunk) chunks.push(Buffer.from(event.PayloadChunk.Payload!).toString())
      if (event.InvokeComplete) complete = true
    }
    expect([chunks.join(''), complete]).toEqual(['{"ok":true}', true])
  })

  test('LogResult is the last 4 KB of the log, if it is asked for', async () => {
    double.lambda.function('orders', async () => {
      for (let line = 0; line < 100; line++) console.log(`line ${line} ${'x'.repeat(100)}`)
    })
    const log = jest.spyOn(console, 'log').mockImplementation(() => {})
    const { LogResult } = await invoke('orders', { LogType: 'Tail' })
    const tail = Buffer.from(LogResult!, 'base64')
    expect(tail.byteLength).toBe(4096)
    expect(tail.toString()).toMatch(/x\n.*\tINFO\tline 99 x+\nEND RequestId: .*\nREPORT RequestId: .*\n$/)
    expect((await invoke('orders', { LogType: 'None' })).LogResult).toBeUndefined()
    log.mockRestore()
  })

  test('ClientContext reaches the context of the handler', async () => {
    double.lambda.function('orders', async (_event, { clientContext }) => clientContext)
    const ClientContext = Buffer.from('{"custom":{"a":1}}').toString('base64')
    expect((await invoke('orders', { ClientContext })).Payload!.transformToString()).toBe('{"custom":{"a":1}}')
    const refused = await invoke('orders', { ClientContext: Buffer.from('{').toString('base64') }).catch(
      (error: unknown) => error,
    )
    expect(refused).toMatchObject({ name: 'InvalidRequestContentException', $metadata: { httpStatusCode: 400 } })
  })
})
