import { readFile } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda } from '../../src/index'

/** The process that errors are told of; in Jest it is not the one that tests see. */
const host = runInThisContext('process') as NodeJS.Process

let lambda: MockLambda
const client = new LambdaClient({})
const exit = jest.spyOn(process, 'exit').mockImplementation((() => {}) as never)
const listeners = { unhandledRejection: jest.fn(), uncaughtException: jest.fn() }

beforeEach(() => {
  lambda = mockLambda({ seed: 1 })
  jest.clearAllMocks()
  for (const [name, listener] of Object.entries(listeners)) host.prependListener(name as 'exit', listener)
})
afterEach(async () => {
  lambda.restore()
  await turn()
  for (const [name, listener] of Object.entries(listeners)) host.removeListener(name as 'exit', listener)
})

const turn = () => new Promise((resolve) => setImmediate(resolve))
const forEver = () => new Promise<never>(() => {})

async function invoke(FunctionName = 'orders') {
  const reply = await client.send(new InvokeCommand({ FunctionName }))
  const { logs } = lambda.invocations(FunctionName).at(-1)!
  return { functionError: reply.FunctionError, payload: JSON.parse(reply.Payload!.transformToString()), logs }
}

const runtimes = ['nodejs22.x', 'nodejs24.x'] as const
const make = (Runtime: (typeof runtimes)[number], handler: () => unknown) =>
  lambda.function('orders', handler).configure({ Runtime })

describe.each(runtimes)('process.exit in a handler, %s', (runtime) => {
  test.each([
    [1, 'Runtime exited with error: exit status 1'],
    [0, 'Runtime exited without providing a reason'],
    [undefined, 'Runtime exited without providing a reason'],
    ['3', 'Runtime exited with error: exit status 3'],
  ])('%p is a Runtime.ExitError, and nothing after it runs', async (code, text) => {
    const after = jest.fn()
    make(runtime, async () => {
      await turn()
      process.exit(code)
      after()
    })
    const { functionError, payload, logs } = await invoke()
    expect(functionError).toBe('Unhandled')
    expect(payload).toEqual({ errorType: 'Runtime.ExitError', errorMessage: expect.stringMatching(new RegExp(`^RequestId: \\S+ Error: ${text}$`)) }) // prettier-ignore
    expect(logs.at(-1)).toMatch(/Status: error\tError Type: Runtime\.ExitError$/)
    expect(after).not.toHaveBeenCalled()
    expect(exit).not.toHaveBeenCalled()
  })

  test('also before the first await, in a timer, and in work that is not waited for', async () => {
    make(runtime, () => process.exit(1))
    expect((await invoke()).payload.errorType).toBe('Runtime.ExitError')
    make(runtime, async () => {
      setTimeout(() => process.exit(1), 1)
      await forEver()
    })
    expect((await invoke()).payload.errorType).toBe('Runtime.ExitError')
    make(runtime, async () => {
      void (async () => {
        await turn()
        process.exit(1)
      })()
      await forEver()
    })
    expect((await invoke()).payload.errorType).toBe('Runtime.ExitError')
    expect(exit).not.toHaveBeenCalled()
    expect(listeners.uncaughtException).not.toHaveBeenCalled()
    expect(listeners.unhandledRejection).not.toHaveBeenCalled()
  })

  test('the next event finds a new environment', async () => {
    const streams = new Set<unknown>()
    let code = 1
    make(runtime, async () => {
      streams.add(process.env.AWS_LAMBDA_LOG_STREAM_NAME)
      if (code-- > 0) process.exit(1)
    })
    await invoke()
    await invoke()
    expect(streams.size).toBe(2)
  })
})

test('process.exit of anybody else is the one that was there, also while a handler runs', async () => {
  make('nodejs24.x', async () => turn())
  const running = invoke()
  process.exit(7)
  await running
  expect(exit.mock.calls).toEqual([[7]])
})

describe('an error that nobody catches', () => {
  const inTimer = async () => {
    setTimeout(() => {
      throw new RangeError('in a timer')
    }, 1)
    await forEver()
  }

  test('up to nodejs22.x is reported under its own name', async () => {
    make('nodejs22.x', inTimer)
    const { functionError, payload, logs } = await invoke()
    expect(functionError).toBe('Unhandled')
    expect(payload).toEqual({ errorType: 'RangeError', errorMessage: 'in a timer', trace: expect.any(Array) })
    expect(logs.slice(1, 4)).toEqual([
      expect.stringMatching(/\tERROR\tUncaught Exception \t\{"errorType":"RangeError","errorMessage":"in a timer",/),
      expect.stringMatching(/^RequestId: \S+ Error: Runtime exited with error: exit status 129$/),
      'Runtime.ExitError',
    ])
    expect(logs.at(-1)).toMatch(/Status: error\tError Type: RangeError$/)
  })

  test('from nodejs24.x on is an exit, and its stack is in the log', async () => {
    make('nodejs24.x', inTimer)
    const { payload, logs } = await invoke()
    expect(payload).toEqual({ errorType: 'Runtime.ExitError', errorMessage: expect.stringMatching(/exit status 1$/) })
    expect(logs[1]).toMatch(/^RangeError: in a timer\n {4}at /)
  })

  test.each([
    ['setImmediate', () => setImmediate(() => { throw new Error('x') })], // prettier-ignore
    ['process.nextTick', () => process.nextTick(() => { throw new Error('x') })], // prettier-ignore
    ['the callback of a file', () => readFile(__filename, () => { throw new Error('x') })], // prettier-ignore
  ])('in %s is the failure of the handler that started it, and of nobody else', async (_name, work) => {
    make('nodejs22.x', async () => {
      work()
      await forEver()
    })
    lambda.function('other', async () => {
      for (let n = 0; n < 5; n++) await turn()
      return 'fine'
    })
    const [failed, other] = await Promise.all([invoke(), invoke('other')])
    expect(failed.payload).toMatchObject({ errorType: 'Error', errorMessage: 'x' })
    expect(other.payload).toBe('fine')
    expect(listeners.uncaughtException).not.toHaveBeenCalled()
  })

  test('the next event finds a new environment', async () => {
    make('nodejs22.x', inTimer)
    await invoke()
    lambda.function('orders').returnsOnce(1)
    expect((await invoke()).logs.at(-1)).toContain('Init Duration')
  })
})

describe('a rejection that nobody handles', () => {
  const detached = async () => {
    void Promise.reject(new RangeError('forgotten'))
    await forEver()
  }

  test('up to nodejs22.x is Runtime.UnhandledPromiseRejection with the reason as text', async () => {
    make('nodejs22.x', detached)
    const { functionError, payload, logs } = await invoke()
    expect(functionError).toBe('Unhandled')
    expect(payload).toEqual({
      errorType: 'Runtime.UnhandledPromiseRejection',
      errorMessage: 'RangeError: forgotten',
      trace: ['Runtime.UnhandledPromiseRejection: RangeError: forgotten'],
    })
    expect(logs[1]).toContain('\tERROR\tUnhandled Promise Rejection \t{"errorType":"Runtime.UnhandledPromiseRejection","errorMessage":"RangeError: forgotten","reason":{"errorType":"RangeError","errorMessage":"forgotten",') // prettier-ignore
    expect(logs[2]).toMatch(/exit status 128$/)
  })

  test('from nodejs24.x on is an exit', async () => {
    make('nodejs24.x', detached)
    const { payload, logs } = await invoke()
    expect(payload).toEqual({ errorType: 'Runtime.ExitError', errorMessage: expect.stringMatching(/exit status 1$/) })
    expect(logs[1]).toMatch(/^RangeError: forgotten\n/)
  })

  test.each([['text'], [undefined], [Object.create(null)]])('any reason will do: %p', async (reason) => {
    make('nodejs22.x', async () => {
      void Promise.reject(reason)
      await forEver()
    })
    expect((await invoke()).payload.errorType).toBe('Runtime.UnhandledPromiseRejection')
    expect(listeners.unhandledRejection).not.toHaveBeenCalled()
  })

  test('that is handled in time is none', async () => {
    make('nodejs22.x', async () => {
      const promise = Promise.reject(new Error('x'))
      await Promise.resolve()
      await promise.catch(() => {})
      await turn()
      return 'fine'
    })
    expect((await invoke()).payload).toBe('fine')
  })
})

describe('what happens in an environment that is gone', () => {
  test('after a time-out is nobody’s business: no error, no exit', async () => {
    const done = jest.fn()
    lambda
      .function('orders', async () => {
        await new Promise((resolve) => setTimeout(resolve, 1100))
        setTimeout(() => {
          done()
          throw new Error('zombie')
        }, 5)
        void Promise.reject(new Error('zombie'))
        process.nextTick(() => process.exit(1))
        await new Promise((resolve) => setTimeout(resolve, 20))
      })
      .configure({ Timeout: 1 })
    expect((await invoke()).payload.errorType).toBe('Sandbox.Timedout')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(done).toHaveBeenCalled()
    expect(exit).not.toHaveBeenCalled()
    expect(listeners.uncaughtException).not.toHaveBeenCalled()
    expect(listeners.unhandledRejection).not.toHaveBeenCalled()
  })
})

describe('everybody else', () => {
  const others = { unhandledRejection: [] as unknown[], uncaughtException: [] as unknown[] }
  let runner: [string, ((...input: never[]) => unknown)[]][]
  beforeEach(() => {
    // In the place of Jest's own listeners, for which such an error would fail this test.
    runner = Object.keys(others).map((name) => [name, host.listeners(name as 'exit')])
    for (const [name] of runner) host.removeAllListeners(name)
    host.on('unhandledRejection', (reason) => others.unhandledRejection.push(reason))
    host.on('uncaughtException', (error) => others.uncaughtException.push(error))
  })
  afterEach(() => {
    for (const [name, found] of runner) {
      host.removeAllListeners(name)
      for (const listener of found) host.on(name, listener as () => void)
    }
  })

  test('is told of all errors but those of handlers, also while one runs', async () => {
    const [timer, rejection] = [new Error('of the test'), new Error('of the test, rejected')]
    let goOn!: () => void
    const told = new Promise<void>((resolve) => (goOn = resolve))
    make('nodejs22.x', async () => {
      await told
      void Promise.reject(new Error('of the handler'))
      await forEver()
    })
    const running = invoke()
    await turn()
    host.once('uncaughtException', () => goOn())
    void Promise.reject(rejection)
    setTimeout(() => {
      throw timer
    }, 1)
    expect((await running).payload.errorMessage).toBe('Error: of the handler')
    expect(others).toEqual({ unhandledRejection: [rejection], uncaughtException: [timer] })
  })

  test('is told of what a handler left behind that has had its answer', async () => {
    others.unhandledRejection.length = 0
    const late = new Error('late')
    make('nodejs22.x', async () => {
      void turn().then(() => Promise.reject(late))
      return 'answer'
    })
    expect((await invoke()).payload).toBe('answer')
    await turn()
    await turn()
    expect(others.unhandledRejection).toEqual([late])
  })
})

test('with no run under way everything is as it was found', async () => {
  const ownKeys = Reflect.ownKeys(host)
  const found = [
    process.exit,
    host.emit,
    Object.getOwnPropertyDescriptor(process, 'env'),
    Object.getOwnPropertyDescriptor(host, 'env'),
  ]
  const { _eventsCount: count } = host as unknown as { _eventsCount: number }
  make('nodejs24.x', async () => turn())
  const running = invoke()
  await turn()
  expect(process.exit).not.toBe(found[0])
  await running
  expect([
    process.exit,
    host.emit,
    Object.getOwnPropertyDescriptor(process, 'env'),
    Object.getOwnPropertyDescriptor(host, 'env'),
  ]).toEqual(found)
  expect(Reflect.ownKeys(host)).toEqual(ownKeys)
  expect((host as unknown as { _eventsCount: number })._eventsCount).toBe(count)
})

test('restore() takes everything back from a handler that never ends', async () => {
  const found = [process.exit, host.emit, console.log, Object.getOwnPropertyDescriptor(process, 'env')]
  make('nodejs24.x', forEver)
  void client.send(new InvokeCommand({ FunctionName: 'orders' })).catch(() => {})
  await turn()
  expect(console.log).not.toBe(found[2])
  lambda.restore()
  expect([process.exit, host.emit, console.log, Object.getOwnPropertyDescriptor(process, 'env')]).toEqual(found)
})
