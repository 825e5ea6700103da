import {
  CreateAliasCommand,
  GetFunctionCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  TooManyRequestsException,
} from '@aws-sdk/client-lambda'
import { InvokeCommand as OldInvokeCommand } from 'client-lambda-oldest'
import { mockClient } from '../../src/index'

const lambda = mockClient(LambdaClient)
const client = new LambdaClient()
const invoke = (id: number, FunctionName = 'orders') =>
  client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify({ id }) }))

beforeEach(() => lambda.function('orders').returns('ok'))
afterEach(() => lambda.reset())
afterAll(() => lambda.restore())

describe('commandCalls, commandCall and call', () => {
  beforeEach(async () => {
    lambda
      .on('Invoke', { Payload: { id: 1 } })
      .throttles()
      .once()
    await invoke(1)
    await client.send(new ListFunctionsCommand({}))
    await invoke(2)
  })

  it('count a send once, however often the SDK tried it, and show its last attempt', () => {
    expect(lambda.calls()).toHaveLength(4)
    const sends = lambda.commandCalls(InvokeCommand)
    expect(sends.map(({ payload, attempt, error }) => [payload, attempt, error])).toEqual([
      [{ id: 1 }, 2, undefined],
      [{ id: 2 }, 1, undefined],
    ])
    expect(lambda.call(1).operation).toBe('ListFunctions')
    expect(lambda.call(2).args[0].input.FunctionName).toBe('orders')
  })

  it('know a command by its class of any SDK, or by the name of the operation', () => {
    expect(lambda.commandCalls(OldInvokeCommand)).toHaveLength(2)
    expect(lambda.commandCalls('Invoke')).toHaveLength(2)
    expect(lambda.commandCalls(GetFunctionCommand)).toEqual([])
  })

  it('compare the input by the rule of all matchers, and strictly if asked to', () => {
    expect(lambda.commandCalls(InvokeCommand, { Payload: { id: expect.any(Number) } })).toHaveLength(2)
    expect(lambda.commandCalls(InvokeCommand, { Payload: '{ "id": 2 }' })).toHaveLength(1)
    expect(lambda.commandCalls(InvokeCommand, { FunctionName: 'orders' }, true)).toHaveLength(0)
    expect(lambda.commandCalls(InvokeCommand, { FunctionName: 'orders', Payload: { id: 2 } }, true)).toHaveLength(1)
    expect(lambda.commandCall(0, InvokeCommand, { Payload: { id: 2 } }).payload).toEqual({ id: 2 })
  })

  it('count from 0, and from the end below 0; what is not there is null', () => {
    expect(lambda.commandCall(1, 'Invoke').payload).toEqual({ id: 2 })
    expect(lambda.commandCall(-1, InvokeCommand).payload).toEqual({ id: 2 })
    expect(lambda.commandCall(2, InvokeCommand)).toBeNull()
    expect(lambda.call(-3).payload).toEqual({ id: 1 })
    expect(lambda.call(3)).toBeNull()
  })

  it('give a payload whose text is what was sent', () => {
    expect(JSON.parse(lambda.commandCall(1, InvokeCommand).args[0].input.Payload as string)).toEqual({ id: 2 })
  })

  it.each([
    [
      () => lambda.commandCalls('Invok' as 'Invoke'),
      `lambda.commandCalls(Command, input?, strict?): "Invok" is no operation of the Lambda API. Did you mean 'Invoke'?`,
    ],
    [
      () => lambda.commandCalls(InvokeCommand, { FunctioName: 'orders' } as object),
      'lambda.commandCalls(Command, input?, strict?): the input of Invoke has no member FunctioName. Did you mean FunctionName?',
    ],
    [
      () => lambda.commandCalls(InvokeCommand, {}, 'yes' as never),
      'lambda.commandCalls(Command, input?, strict?) takes true, for an input with no other members, as its last argument, got "yes".',
    ],
    [
      () => lambda.commandCall(InvokeCommand as never, 0 as never),
      'lambda.commandCall(n, Command, input?, strict?) takes a whole number, 0 for the first and -1 for the last call, got InvokeCommand.',
    ],
    [
      () => lambda.call('first' as never),
      'lambda.call(n) takes a whole number, 0 for the first and -1 for the last call, got "first".',
    ],
  ])('refuse what cannot be meant', (run, message) => {
    expect(run).toThrow(expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(message) }))
  })
})

describe('rules for every command', () => {
  it('are made by onAnyCommand, and by a verb of the double itself', async () => {
    lambda.onAnyCommand({ FunctionName: 'mails' }).rejects('boom')
    await expect(invoke(1, 'mails')).rejects.toThrow('boom')
    await expect(invoke(1)).resolves.toMatchObject({ StatusCode: 200 })

    lambda.rejectsOnce('first').callsFakeOnce(() => ({ Functions: [{ FunctionName: 'faked' }] }))
    lambda.resolves({})
    await expect(invoke(1)).rejects.toThrow('first')
    await expect(client.send(new ListFunctionsCommand({}))).resolves.toMatchObject({ Functions: [{ FunctionName: 'faked' }] })
    await expect(client.send(new ListFunctionsCommand({}))).resolves.toEqual({ $metadata: expect.anything() })
  })

  it('follow each other in one chain', async () => {
    lambda
      .on('Invoke')
      .resolvesOnce({ StatusCode: 202 })
      .on(ListFunctionsCommand)
      .resolves({ Functions: [] })
      .onAnyCommand()
      .rejects(new TooManyRequestsException({ message: 'slow down', $metadata: {} }))
    await expect(invoke(1)).resolves.toMatchObject({ StatusCode: 202 })
    await expect(client.send(new ListFunctionsCommand({}))).resolves.toMatchObject({ Functions: [] })
    await expect(client.send(new GetFunctionCommand({ FunctionName: 'orders' }))).rejects.toBeInstanceOf(TooManyRequestsException)
  })

  it('beat a wider one if they are strict', async () => {
    lambda
      .on(CreateAliasCommand, { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }, true)
      .resolves({ Name: 'strict' })
    lambda.on(CreateAliasCommand, { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }).resolves({ Name: 'wide' })
    const input = { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }
    await expect(client.send(new CreateAliasCommand(input))).resolves.toMatchObject({ Name: 'strict' })
    await expect(client.send(new CreateAliasCommand({ ...input, Description: 'x' }))).resolves.toMatchObject({ Name: 'wide' })
  })

  it('make an error of what is none', async () => {
    lambda.on('Invoke').rejectsOnce({ name: 'AccessDenied', message: 'not yours' }).rejectsOnce(undefined)
    const error = await invoke(1).catch((caught: unknown) => caught)
    expect([Object.prototype.toString.call(error), error]).toMatchObject(['[object Error]', { name: 'AccessDenied' }])
    await expect(invoke(1)).rejects.toThrow(Error)
  })
})

describe('what is different from aws-sdk-client-mock', () => {
  it('the state answers where nothing is stubbed, and refuses a function that nobody created', async () => {
    await expect(client.send(new ListFunctionsCommand({}))).resolves.toMatchObject({ Functions: [{ FunctionName: 'orders' }] })
    await expect(invoke(1, 'nobody')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('the SDK survives one error that it retries, and the send counts once', async () => {
    const slowDown = new TooManyRequestsException({ message: 'slow down', $metadata: {} })
    lambda.on('Invoke').rejectsOnce(slowDown)
    await expect(invoke(1)).resolves.toMatchObject({ StatusCode: 200 })
    expect([lambda.calls(), lambda.commandCalls('Invoke')]).toMatchObject([[{}, {}], [{ attempt: 2 }]])
    lambda.on('Invoke').rejectsOnce(slowDown)
    await expect(new LambdaClient({ maxAttempts: 1 }).send(new InvokeCommand({ FunctionName: 'orders' }))).rejects.toBeInstanceOf(
      TooManyRequestsException,
    )
  })

  it('a second rule for the same calls goes on with the first: queues grow, the last standing answer counts', async () => {
    lambda.on(InvokeCommand).resolvesOnce({ StatusCode: 201 }).resolves({ StatusCode: 203 })
    lambda.on(InvokeCommand).resolvesOnce({ StatusCode: 202 }).resolves({ StatusCode: 204 })
    const codes: unknown[] = []
    for (let id = 0; id < 4; id++) codes.push((await invoke(id)).StatusCode)
    expect(codes).toEqual([201, 202, 204, 204])
  })

  it('the rule that names more wins, wherever it stands', async () => {
    lambda
      .on(InvokeCommand, { FunctionName: 'orders' })
      .resolves({ StatusCode: 201 })
      .on(InvokeCommand)
      .resolves({ StatusCode: 202 })
    await expect(invoke(1)).resolves.toMatchObject({ StatusCode: 201 })
  })

  it('a Once that was not used up fails verify()', () => {
    lambda.on(InvokeCommand).resolvesOnce({})
    expect(() => lambda.verify()).toThrow("lambda.on('Invoke').resolves(...).times(1) happened 0 times.")
  })

  it('reset() forgets what was created', async () => {
    lambda.reset()
    await expect(invoke(1)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('a class and a client of it can be taken over at once', async () => {
    const own = new LambdaClient()
    const ownMock = mockClient(own)
    ownMock.resolves({ Functions: [{ FunctionName: 'own' }] })
    await expect(own.send(new ListFunctionsCommand({}))).resolves.toMatchObject({ Functions: [{ FunctionName: 'own' }] })
    await expect(client.send(new ListFunctionsCommand({}))).resolves.toMatchObject({ Functions: [{ FunctionName: 'orders' }] })
    ownMock.restore()
  })
})

describe('resetHistory', () => {
  it('forgets calls, runs and deliveries, and keeps functions, rules and what they have used up', async () => {
    lambda.on('Invoke').throttles().once()
    await invoke(1)
    lambda.resetHistory()
    expect([lambda.calls(), lambda.invocations(), lambda.deliveries()]).toEqual([[], [], []])
    await invoke(2)
    expect(lambda.calls()).toMatchObject([{ payload: { id: 2 }, attempt: 1, error: undefined }])
    expect(lambda.invocations('orders')).toHaveLength(1)
  })

  it('forgets what became of messages, and keeps those that are in their queue', async () => {
    const queue = lambda.eventSource('arn:aws:sqs:us-east-1:123456789012:jobs')
    lambda.function('worker').returns('ok').trigger(queue.arn)
    queue.send('first')
    await lambda.settled()
    expect(queue.messages().done).toHaveLength(1)
    queue.send({ body: 'later', delay: '1m' })
    lambda.resetHistory()
    expect(queue.batches()).toEqual([])
    expect(queue.messages()).toMatchObject({ done: [], delayed: [{ body: 'later' }] })
    lambda.assert.not.processed(queue.arn)
    await lambda.settled()
    expect(queue.messages().done).toMatchObject([{ body: 'later' }])
  })
})
