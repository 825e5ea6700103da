import { Socket } from 'node:net'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import * as oldest from 'client-lambda-oldest'
import * as sinon from 'sinon'
import { mockLambda, type MockLambda } from '../../src'

const invoke = (client: LambdaClient, FunctionName = 'orders') => client.send(new InvokeCommand({ FunctionName }))
const answerOf = async (client: LambdaClient) => JSON.parse((await invoke(client)).Payload!.transformToString()) as unknown

/** What a double must leave as it was found. */
function picture(client: LambdaClient): unknown[] {
  const places: readonly object[] = [
    ...[process, console, process.stdout, process.stderr, globalThis, client, client.config],
    ...[LambdaClient.prototype, Object.getPrototypeOf(LambdaClient.prototype) as object, Socket.prototype],
  ]
  return [
    ...places.flatMap((place) =>
      Reflect.ownKeys(place).flatMap((key) => {
        const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(place, key)!
        // Counters change by themselves, and the SDK notes in a client what it has worked out.
        const stable = typeof value === 'function' || key === 'env' ? (value as unknown) : undefined
        return [key, stable, get, set, JSON.stringify(flags)]
      }),
    ),
    ...Object.entries(process.env).flat(),
    ...process.eventNames().flatMap((name) => [name, process.listenerCount(name)]),
    ...client.middlewareStack.identify(),
  ]
}

describe('installing and restoring', () => {
  it('leaves nothing behind, a thousand times: neither properties, middleware, variables, listeners nor timers', async () => {
    const client = new LambdaClient({ region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
    // Once before, for what the SDK and Node.js make at their first use.
    const cycle = async (number: number) => {
      using lambda = mockLambda({ seed: number })
      if (number % 50 !== 0) return
      lambda.function('orders', async () => process.env.AWS_LAMBDA_FUNCTION_NAME)
      lambda.on('Invoke').throttles().once()
      expect(await answerOf(client)).toBe('orders')
      await lambda.isolate(async () => {
        lambda.function('orders').throws(new Error('again'))
        await client.send(new InvokeCommand({ FunctionName: 'orders', InvocationType: 'Event' }))
      })
    }
    await cycle(0)
    await new Promise((resolve) => setImmediate(resolve))
    const before = picture(client)
    const handles = process.getActiveResourcesInfo()
    for (let number = 1; number <= 1_000; number++) await cycle(number)
    await new Promise((resolve) => setImmediate(resolve))
    const after = picture(client)
    expect(after.length).toBe(before.length)
    expect(after.findIndex((each, index) => !Object.is(each, before[index]))).toBe(-1)
    const others = (kinds: string[]) => kinds.filter((kind) => kind !== 'Timeout')
    const left = process.getActiveResourcesInfo()
    expect(others(left)).toEqual(others(handles))
    // Timers of Jest's reporter, which may be of this process, come and go. Twenty calls would have left twenty.
    expect(left.length - handles.length).toBeLessThan(10)
  }, 120_000)

  it.each(['newer first', 'older first'])('two at once: the newer one answers until it is restored, the %s', async (order) => {
    const client = new LambdaClient()
    const older = mockLambda()
    const newer = mockLambda()
    older.function('orders').returns('older')
    newer.function('orders').returns('newer')
    expect(await answerOf(client)).toBe('newer')
    newer.reset()
    newer.function('orders').returns('newer, reset')
    expect(await answerOf(client)).toBe('newer, reset')
    const [first, last] = order === 'newer first' ? [newer, older] : [older, newer]
    first.restore()
    expect(await answerOf(client)).toBe(first === newer ? 'older' : 'newer, reset')
    expect(newer.calls()).toHaveLength(first === newer ? 1 : 2)
    last.restore()
    last.restore()
  })

  it('two copies of the SDK on disk speak to one double, and see their own errors', async () => {
    using lambda = mockLambda({ clients: [LambdaClient, oldest.LambdaClient] })
    lambda.function('orders', async () => 7)
    const old = new oldest.LambdaClient()
    const oldReply = await old.send(new oldest.InvokeCommand({ FunctionName: 'orders' }))
    expect([await answerOf(new LambdaClient()), oldReply.Payload!.transformToString()]).toEqual([7, '7'])
    expect(lambda.calls(oldest.InvokeCommand)).toHaveLength(2)
    lambda.on(InvokeCommand).fails('ServiceException')
    await expect(old.send(new oldest.InvokeCommand({ FunctionName: 'orders' }))).rejects.toBeInstanceOf(oldest.ServiceException)
  })
})

describe.each(['Jest', 'sinon'])("under %s's fake timers", (kind) => {
  let clock: sinon.SinonFakeTimers | undefined
  let lambda: MockLambda
  beforeEach(() => {
    if (kind === 'Jest') jest.useFakeTimers()
    else clock = sinon.useFakeTimers({ toFake: undefined as never })
    lambda = mockLambda()
  })
  afterEach(() => {
    lambda.restore()
    if (kind === 'Jest') jest.useRealTimers()
    else clock!.restore()
  })

  it('calls and retries end without anybody advancing them, and leave no timer', async () => {
    lambda.function('orders', async () => 7)
    lambda.on('Invoke').throttles({ retryAfterSeconds: 2 }).once()
    expect(await answerOf(new LambdaClient())).toBe(7)
    expect(lambda.calls().map(({ retryDelay }) => retryDelay !== undefined)).toEqual([false, true])
    expect(kind === 'Jest' ? jest.getTimerCount() : clock!.countTimers()).toBe(0)
  })

  it('events, delays and isolated tests do so too', async () => {
    await lambda.isolate(async () => {
      lambda.function('orders').throws(new Error('again'))
      lambda.on('Invoke').delays('20s')
      await new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders', InvocationType: 'Event' }))
      await lambda.settled()
      expect(lambda.invocations()).toHaveLength(3)
    })
    expect(kind === 'Jest' ? jest.getTimerCount() : clock!.countTimers()).toBe(0)
  })
})

// The last one: from here on another copy of the SDK is resolved.
it('after jest.resetModules() the new copy is reached by passing its class', async () => {
  jest.resetModules()
  const again = require('@aws-sdk/client-lambda') as typeof import('@aws-sdk/client-lambda')
  expect(again.LambdaClient).not.toBe(LambdaClient)
  using lambda = mockLambda(again.LambdaClient)
  lambda.function('orders').returns(7)
  expect(await answerOf(new again.LambdaClient())).toBe(7)
})
