import { inspect } from 'node:util'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda, type MockLambdaOptions } from '../../src/index'

let lambda: MockLambda
const start = (options: MockLambdaOptions = {}) => (lambda = mockLambda({ seed: 1, region: 'eu-west-1', ...options }))
afterEach(() => lambda.restore())

async function invoke(FunctionName: string, event: unknown = {}) {
  const reply = await new LambdaClient({}).send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }))
  const payload = JSON.parse(reply.Payload!.transformToString())
  if (reply.FunctionError) throw Object.assign(new Error(payload.errorMessage), payload)
  return payload
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('a handler sees the variables of its function, before and after it waits', async () => {
  start().function('orders', async () => {
    const before = process.env.TABLE
    await turn()
    await new Promise((resolve) => setTimeout(resolve, 1))
    return [before, process.env.TABLE, { ...process.env }.TABLE, 'TABLE' in process.env, Object.keys(process.env).includes('TABLE')]
  }).configure({ Environment: { Variables: { TABLE: 'orders-table' } } }) // prettier-ignore
  expect(await invoke('orders')).toEqual(['orders-table', 'orders-table', 'orders-table', true, true])
  expect(process.env.TABLE).toBeUndefined()
})

test('a handler sees the variables of Lambda itself', async () => {
  start()
    .function('orders', async (_event, context) => ({ env: { ...process.env }, context }))
    .configure({ Runtime: 'nodejs22.x', Handler: 'app.run', MemorySize: 512 })
    .version()
  const reply = await new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'orders', Qualifier: '1' }))
  const { env, context } = JSON.parse(reply.Payload!.transformToString())
  expect(env).toMatchObject({
    _HANDLER: 'app.run',
    _X_AMZN_TRACE_ID: expect.stringMatching(
      /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0;Lineage=[0-9a-f]{8}:1$/,
    ),
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
    AWS_LAMBDA_FUNCTION_NAME: 'orders',
    AWS_LAMBDA_FUNCTION_VERSION: '1',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: context.logGroupName,
    AWS_LAMBDA_LOG_STREAM_NAME: context.logStreamName,
    AWS_REGION: 'eu-west-1',
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    LAMBDA_TASK_ROOT: '/var/task',
    TZ: ':UTC',
  })
})

test('TZ is a variable only: dates stay in the time zone of the process', async () => {
  const offset = () => [new Date(2026, 0, 1).getTimezoneOffset(), Intl.DateTimeFormat().resolvedOptions().timeZone]
  start().function('orders', async () => [process.env.TZ, ...offset()])
  expect(await invoke('orders')).toEqual([':UTC', ...offset()])
})

test('the trace is that of each run', async () => {
  start().function('orders', async () => process.env._X_AMZN_TRACE_ID)
  const traces = [await invoke('orders'), await invoke('orders')]
  expect(traces[0]).not.toBe(traces[1])
})

describe('the variables of the process', () => {
  const key = 'LAMBDOUBLE_TEST_VARIABLE'
  afterEach(() => void delete process.env[key])

  test('are there as well, as they are now; those of the function come first', async () => {
    start().function('orders', async () => process.env[key])
    expect(await invoke('orders')).toBeNull()
    process.env[key] = 'set by the test'
    expect(await invoke('orders')).toBe('set by the test')
    lambda.function('orders').configure({ Environment: { Variables: { [key]: 'of the function' } } })
    expect(await invoke('orders')).toBe('of the function')
    expect(process.env[key]).toBe('set by the test')
  })

  test('stay what they were, whatever a handler sets or deletes; its environment remembers', async () => {
    start().function('orders', async (event: { set?: string }) => {
      const found = process.env[key]
      if (event.set === undefined) delete process.env[key]
      else process.env[key] = event.set
      return [found, process.env[key]]
    })
    process.env[key] = 'set by the test'
    expect(await invoke('orders', { set: 'by the handler' })).toEqual(['set by the test', 'by the handler'])
    expect(await invoke('orders')).toEqual(['by the handler', null])
    expect(await invoke('orders', { set: 'again' })).toEqual([null, 'again'])
    expect(process.env[key]).toBe('set by the test')
  })

  test('replaced as a whole by a test, they are what handlers see next', async () => {
    const found = process.env
    start().function('orders', async () => process.env[key])
    try {
      process.env = { ...found, [key]: 'replaced' }
      const replaced = process.env
      expect(await invoke('orders')).toBe('replaced')
      expect(process.env).toBe(replaced)
      jest.replaceProperty(process, 'env', { [key]: 'by Jest' })
      expect(await invoke('orders')).toBe('by Jest')
      jest.restoreAllMocks()
      expect(process.env).toBe(replaced)
    } finally {
      process.env = found
    }
  })

  test('replaced as a whole by a handler, they are what its environment sees', async () => {
    start().function('orders', async (event: { replace?: boolean }) => {
      if (event.replace) process.env = { [key]: 'replaced' }
      return [process.env[key], process.env.AWS_REGION]
    })
    expect(await invoke('orders', { replace: true })).toEqual(['replaced', null])
    expect(await invoke('orders')).toEqual(['replaced', null])
    expect(process.env[key]).toBeUndefined()
  })

  test('replaced by a test while a handler runs, they stay replaced', async () => {
    const found = process.env
    let pass!: () => void
    const passed = new Promise<void>((resolve) => (pass = resolve))
    start().function('orders', async () => {
      await passed
      return process.env[key]
    })
    const running = invoke('orders')
    await turn()
    const replaced = (process.env = { ...found, [key]: 'replaced' })
    pass()
    try {
      expect(await running).toBe('replaced')
      expect(Object.getOwnPropertyDescriptor(process, 'env')!.value).toBe(replaced)
    } finally {
      process.env = found
    }
  })
})

describe('credentials', () => {
  const { AWS_ACCESS_KEY_ID: found } = process.env
  afterEach(() => {
    if (found === undefined) delete process.env.AWS_ACCESS_KEY_ID
    else process.env.AWS_ACCESS_KEY_ID = found
  })
  const handler = async () => [process.env.AWS_ACCESS_KEY_ID, process.env.AWS_SESSION_TOKEN]

  test('are made up', async () => {
    delete process.env.AWS_ACCESS_KEY_ID
    start().function('orders', handler)
    expect(await invoke('orders')).toEqual(['AKIAIOSFODNN7EXAMPLE', 'lambdouble'])
  })

  test('that a test has set are left', async () => {
    process.env.AWS_ACCESS_KEY_ID = 'local'
    start().function('orders', handler)
    expect(await invoke('orders')).toEqual(['local', null])
  })
})

test('values are text, as in Node.js', async () => {
  start().function('orders', async () => {
    process.env.NUMBER = 7 as never
    Object.assign(process.env, { NOTHING: undefined })
    Object.defineProperty(process.env, 'DEFINED', { value: true, configurable: true, enumerable: true, writable: true })
    let refused = ''
    try {
      ;(process.env as Record<symbol, string>)[Symbol('s')] = 'x'
    } catch (error) {
      refused = String(error)
    }
    return [process.env.NUMBER, process.env.NOTHING, process.env.DEFINED, refused, `${process.env}`, Object.hasOwn(process.env, 'NUMBER')]
  }) // prettier-ignore
  expect(await invoke('orders')).toEqual([
    ...['7', 'undefined', 'true', 'TypeError: Cannot convert a Symbol value to a string', '[object Object]'],
    true,
  ])
})

test('fifty functions at the same time each see their own, and nobody else sees any', async () => {
  start()
  const names = Array.from({ length: 50 }, (_, n) => `function-${n}`)
  for (const name of names) {
    lambda
      .function(name, async () => {
        const seen = new Set<string | undefined>()
        for (let n = 0; n < 20; n++) {
          seen.add(`${process.env.OWN} ${process.env.AWS_LAMBDA_FUNCTION_NAME}`)
          await (n % 3 === 0 ? turn() : n % 3 === 1 ? null : new Promise((resolve) => setTimeout(resolve, 0)))
        }
        return [...seen]
      })
      .configure({ Environment: { Variables: { OWN: `value of ${name}` } }, Timeout: 30 })
  }
  const outside = new Set<string | undefined>()
  const found = process.env
  let watching = true
  const watch = (async () => {
    while (watching) {
      outside.add(process.env.OWN).add(process.env.AWS_LAMBDA_FUNCTION_NAME)
      expect(process.env).toBe(found)
      await turn()
    }
  })()
  const seen = await Promise.all(names.map((name) => invoke(name)))
  watching = false
  await watch
  expect(seen).toEqual(names.map((name) => [`value of ${name} ${name}`]))
  expect([...outside]).toEqual([undefined])
})

test('a function that is invoked by another sees its own, and the other its own again', async () => {
  start()
  const name = async () => process.env.AWS_LAMBDA_FUNCTION_NAME
  lambda.function('inner', name)
  lambda.function('outer', async () => [await name(), await invoke('inner'), await name()])
  expect(await invoke('outer')).toEqual(['outer', 'inner', 'outer'])
})

test('an asynchronous invocation sees them too', async () => {
  start().function('orders', async () => process.env.AWS_LAMBDA_FUNCTION_NAME)
  await new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'orders', InvocationType: 'Event' }))
  await lambda.settled()
  expect(lambda.invocations()[0]!.result).toBe('orders')
})

test("environment: 'off' leaves process.env alone", async () => {
  start({ environment: 'off' })
    .function('orders', async () => [process.env.TABLE, process.env.AWS_LAMBDA_FUNCTION_NAME])
    .configure({ Environment: { Variables: { TABLE: 'orders-table' } } })
  expect(await invoke('orders')).toEqual([null, null])
})

test('a module keeps the right env, whoever made it load first', async () => {
  start()
  let env: NodeJS.ProcessEnv | undefined
  const handler = async () => (env ??= process.env).AWS_LAMBDA_FUNCTION_NAME
  lambda.function('one', handler)
  lambda.function('two', handler)
  expect([await invoke('one'), await invoke('two')]).toEqual(['one', 'two'])
  expect(env!.AWS_LAMBDA_FUNCTION_NAME).toBeUndefined()
  expect({ ...env }).toEqual({ ...process.env })
})

test('it can be printed', async () => {
  start().function('orders', async () => inspect(process.env))
  expect(await invoke('orders')).toContain("AWS_LAMBDA_FUNCTION_NAME: 'orders'")
})

test('two doubles at once do not get into each other’s way', async () => {
  const clients = [new LambdaClient({}), new LambdaClient({})] as const
  const doubles = clients.map((client) => mockLambda({ clients: [client], seed: 1 }))
  const found = Object.getOwnPropertyDescriptor(process, 'env')
  const gates = clients.map(() => {
    let pass!: () => void
    return { passed: new Promise<void>((resolve) => (pass = resolve)), pass: () => pass() }
  })
  doubles.forEach((double, index) => {
    double
      .function('orders', async () => {
        await gates[index]!.passed
        return process.env.OWN
      })
      .configure({ Environment: { Variables: { OWN: `of double ${index}` } } })
  })
  const [first, second] = clients.map(async (client) => {
    const { Payload } = await client.send(new InvokeCommand({ FunctionName: 'orders' }))
    return JSON.parse(Payload!.transformToString()) as unknown
  })
  await turn()
  gates[0]!.pass()
  expect(await first).toBe('of double 0')
  doubles[0]!.restore()
  gates[1]!.pass()
  expect(await second).toBe('of double 1')
  expect(Object.getOwnPropertyDescriptor(process, 'env')).toEqual(found)
  doubles[1]!.restore()
  start()
})

test('an env that was taken apart before has the variables of the process only', async () => {
  const { env } = process
  start().function('orders', async () => env.AWS_LAMBDA_FUNCTION_NAME)
  expect(await invoke('orders')).toBeNull()
})
