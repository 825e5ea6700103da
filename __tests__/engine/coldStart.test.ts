import { InvokeCommand, InvokeWithResponseStreamCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { coldStart, mockLambda, streamify, type FunctionSettings, type MockLambda } from '../../src/index'

let lambda: MockLambda
beforeEach(() => {
  lambda = mockLambda({ seed: 1 })
})
afterEach(() => lambda.restore())

const turn = () => new Promise((resolve) => setImmediate(resolve))

async function invoke(event: unknown = {}, FunctionName = 'orders') {
  const reply = await new LambdaClient({}).send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }))
  const { logs, error } = lambda.invocations(FunctionName).at(-1)!
  return { result: JSON.parse(reply.Payload!.transformToString()), functionError: reply.FunctionError, logs, error }
}

/** Counts the starts, and the events of each environment. */
function counting() {
  const init = jest.fn(() => {
    let events = 0
    return async (event: { fail?: string }) => {
      events++
      if (event.fail === 'throw') throw new Error('x')
      if (event.fail === 'exit') process.exit(1)
      if (event.fail === 'hang') await new Promise(() => {})
      await turn()
      return events
    }
  })
  return { init, handler: coldStart(init) }
}

test('a factory runs with the first event of an environment, and its state stays for the next ones', async () => {
  const { init, handler } = counting()
  lambda.function('orders', handler)
  expect(init).not.toHaveBeenCalled()
  expect([(await invoke()).result, (await invoke()).result, (await invoke()).result]).toEqual([1, 2, 3])
  expect(init).toHaveBeenCalledTimes(1)
})

test('events at the same time have environments of their own', async () => {
  const { init, handler } = counting()
  lambda.function('orders', handler)
  const results = await Promise.all([invoke(), invoke(), invoke()])
  expect(results.map(({ result }) => result)).toEqual([1, 1, 1])
  expect(init).toHaveBeenCalledTimes(3)
  expect((await invoke()).result).toBe(2)
  expect(init).toHaveBeenCalledTimes(3)
})

test('a factory may be async, and may return a promise of a handler that streams', async () => {
  const init = jest.fn(async () => {
    await turn()
    return streamify(async (_event, stream) => void stream.end('streamed'))
  })
  lambda.function('orders').handler(coldStart(init))
  const { EventStream } = await new LambdaClient({}).send(new InvokeWithResponseStreamCommand({ FunctionName: 'orders' }))
  for await (const { PayloadChunk } of EventStream!) {
    if (PayloadChunk) expect(Buffer.from(PayloadChunk.Payload!).toString()).toBe('streamed')
  }
  expect(init).toHaveBeenCalledTimes(1)
})

describe('a factory runs again', () => {
  test('not after an error', async () => {
    const { init, handler } = counting()
    lambda.function('orders', handler)
    await invoke({ fail: 'throw' })
    expect((await invoke()).result).toBe(2)
    expect(init).toHaveBeenCalledTimes(1)
  })

  test('after an exit', async () => {
    const { init, handler } = counting()
    lambda.function('orders', handler)
    await invoke({ fail: 'exit' })
    expect((await invoke()).result).toBe(1)
    expect(init).toHaveBeenCalledTimes(2)
  })

  test('after a time-out', async () => {
    const { init, handler } = counting()
    lambda.function('orders', handler).configure({ Timeout: 1 })
    expect((await invoke({ fail: 'hang' })).error!.errorType).toBe('Sandbox.Timedout')
    expect((await invoke()).result).toBe(1)
    expect(init).toHaveBeenCalledTimes(2)
  })

  test('after an update of the configuration, and of the handler', async () => {
    const { init, handler } = counting()
    lambda.function('orders', handler)
    await invoke()
    lambda.function('orders').configure({ MemorySize: 256 })
    expect((await invoke()).result).toBe(1)
    const other = counting()
    lambda.function('orders').handler(other.handler)
    expect((await invoke()).result).toBe(1)
    expect([init, other.init].map((mock) => mock.mock.calls.length)).toEqual([2, 1])
  })

  test('in another version', async () => {
    const { init, handler } = counting()
    lambda.function('orders', handler).version()
    await invoke()
    await invoke({}, 'orders')
    const client = new LambdaClient({})
    const reply = await client.send(new InvokeCommand({ FunctionName: 'orders', Qualifier: '1' }))
    expect(reply.Payload!.transformToString()).toBe('1')
    expect(init).toHaveBeenCalledTimes(2)
  })
})

describe('the start of an environment', () => {
  test('is measured: Init Duration, which is no part of Duration', async () => {
    const slow = coldStart(async () => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      return async () => 1
    })
    lambda.function('orders', slow)
    const [, duration, init] = /\tDuration: ([\d.]+) ms\t.*\tInit Duration: ([\d.]+) ms\t/.exec((await invoke()).logs.at(-1)!)!
    expect(Number(init)).toBeGreaterThanOrEqual(29)
    expect(Number(duration)).toBeLessThan(Number(init))
    expect((await invoke()).logs.at(-1)).not.toContain('Init Duration')
  })

  test('sees the variables of its function, and what it says comes before START', async () => {
    const print = jest.spyOn(console, 'log').mockImplementation(() => {})
    const make = (Runtime: 'nodejs22.x' | 'nodejs24.x', more: FunctionSettings = {}) =>
      lambda
        .function('orders')
        .handler(
          coldStart(() => {
            const { TABLE } = process.env
            console.log('starting with', TABLE)
            return async () => [TABLE, process.env.TABLE]
          }),
        )
        .configure({ Runtime, Environment: { Variables: { TABLE: 'orders-table' } }, ...more })
    make('nodejs22.x')
    const { result, logs } = await invoke()
    expect(result).toEqual(['orders-table', 'orders-table'])
    expect(logs[0]).toMatch(/Z\tundefined\tINFO\tstarting with orders-table$/)
    expect(logs[1]).toMatch(/^START /)
    make('nodejs24.x')
    expect((await invoke()).logs[0]).toMatch(/Z\t-\tINFO\tstarting with orders-table$/)
    make('nodejs24.x', { LoggingConfig: { LogFormat: 'JSON' } })
    expect(JSON.parse((await invoke()).logs[0]!)).toMatchObject({ requestId: '-', message: 'starting with orders-table' })
    expect(print).toHaveBeenCalledTimes(3)
    print.mockRestore()
  })

  test('keeps its process.env: what it took apart is right in every event', async () => {
    lambda.function('orders', coldStart(() => {
      const { env } = process
      return async () => env._X_AMZN_TRACE_ID
    })) // prettier-ignore
    const [first, second] = [await invoke(), await invoke()]
    expect(first.result).toMatch(/^Root=/)
    expect(second.result).not.toBe(first.result)
  })

  test('that fails is the failure of the event, and is tried again with the next', async () => {
    const init = jest.fn((): (() => Promise<string>) => {
      if (init.mock.calls.length === 1) throw new RangeError('no table')
      return async () => 'fine'
    })
    lambda.function('orders', coldStart(init))
    const { functionError, result, logs } = await invoke()
    expect(functionError).toBe('Unhandled')
    expect(result).toMatchObject({ errorType: 'RangeError', errorMessage: 'no table', trace: expect.any(Array) })
    expect(logs[1]).toMatch(/\t-\tERROR\tInit Error \t\{"errorType":"RangeError","errorMessage":"no table"/)
    expect(logs.at(-1)).toMatch(/Status: error\tError Type: RangeError$/)
    expect((await invoke()).result).toBe('fine')
  })

  test.each([
    ['a rejection', () => Promise.reject(new TypeError('x')), { errorType: 'TypeError', errorMessage: 'x' }],
    ['an exit', () => process.exit(2), { errorType: 'Runtime.ExitError', errorMessage: expect.stringMatching(/exit status 2$/) }],
    [
      'what nobody catches',
      () =>
        new Promise(() =>
          setTimeout(() => {
            throw new RangeError('x')
          }, 1),
        ),
      { errorType: 'Runtime.ExitError' },
    ],
    [
      'no handler',
      () => ({ handler: 1 }),
      {
        errorType: 'Runtime.HandlerNotFound',
        errorMessage: 'index.handler is not a function. What was given to coldStart returned object, not a handler.',
      },
    ],
  ])('fails by %s', async (_name, init, error) => {
    // prettier-ignore
    lambda.function('orders', coldStart(init as never))
    const { functionError, result } = await invoke()
    expect(functionError).toBe('Unhandled')
    expect(result).toMatchObject(error)
  })

  test('has ten seconds, or as long as an event may take', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
    try {
      lambda.function(
        'orders',
        coldStart(() => new Promise<never>(() => {})),
      )
      let ended = false
      const running = invoke().finally(() => (ended = true))
      await jest.advanceTimersByTimeAsync(9999)
      expect(ended).toBe(false)
      await jest.advanceTimersByTimeAsync(1)
      expect((await running).result).toEqual({
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/Task timed out after 3\.00 seconds$/),
      })
    } finally {
      jest.useRealTimers()
    }
  })
})

test('a handler with a callback is at home in nodejs22.x, unless a Runtime was chosen', async () => {
  const handler = coldStart(() => (_event: unknown, _context: unknown, callback: (error: null, result: unknown) => void) =>
    setImmediate(() => callback(null, 'called'))) // prettier-ignore
  lambda.function('orders', handler)
  expect((await invoke()).result).toBe('called')
  lambda.function('newer').configure({ Runtime: 'nodejs24.x' }).handler(handler)
  expect((await invoke({}, 'newer')).result.errorType).toBe('Runtime.CallbackHandlerDeprecated')
})

test('a canned result needs no start', async () => {
  const { init, handler } = counting()
  lambda.function('orders', handler).returnsOnce('canned')
  expect((await invoke()).result).toBe('canned')
  expect(init).not.toHaveBeenCalled()
  const { result, logs } = await invoke()
  expect(result).toBe(1)
  expect(logs.at(-1)).toContain('Init Duration')
})

test('called by anybody else it is a cold start every time', async () => {
  const { init, handler } = counting()
  expect([await handler({}, {} as never, () => {}), await handler({}, {} as never, () => {})]).toEqual([1, 1])
  expect(init).toHaveBeenCalledTimes(2)
})
