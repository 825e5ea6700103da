import {
  CreateAliasCommand,
  InvokeCommand,
  LambdaClient,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda, type MockLambdaOptions } from '../../src/index'

let lambda: MockLambda
const client = new LambdaClient({ maxAttempts: 1 })
const invoke = (FunctionName: string, more: object = {}) => client.send(new InvokeCommand({ FunctionName, ...more }))

function start(options: MockLambdaOptions = {}) {
  lambda = mockLambda({ seed: 1, ...options })
}
afterEach(() => lambda.restore())

/** A handler that holds all its runs until it is opened. */
function gate() {
  let open!: () => void
  let running = 0
  const opened = new Promise<void>((resolve) => (open = resolve))
  const handler = async () => {
    running++
    await opened
  }
  return { handler, open, running: () => running }
}

/** Reasons of those that were refused. */
async function reasonsOf(calls: readonly Promise<unknown>[]): Promise<unknown[]> {
  const results = await Promise.allSettled(calls)
  return results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { Reason?: unknown }).Reason] : []))
}

const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

describe('concurrent executions', () => {
  it('run in parallel, up to the 1,000 of an account', async () => {
    start()
    const { handler, open, running } = gate()
    lambda.function('orders', handler)
    const reasons = reasonsOf(Array.from({ length: 1010 }, () => invoke('orders')))
    while (running() < 1000) await turns()
    await turns()
    expect(running()).toBe(1000)
    open()
    expect(await reasons).toEqual(Array(10).fill('ConcurrentInvocationLimitExceeded'))
    await expect(invoke('orders')).resolves.toMatchObject({ StatusCode: 200 })
  })

  it('are as many as accountConcurrency says', async () => {
    start({ accountConcurrency: 2 })
    const { handler, open } = gate()
    lambda.function('orders', handler)
    lambda.function('payments', handler)
    const reasons = reasonsOf(['orders', 'payments', 'orders', 'payments'].map((name) => invoke(name)))
    await turns()
    open()
    expect(await reasons).toEqual(Array(2).fill('ConcurrentInvocationLimitExceeded'))
  })

  it('are throttled as AWS words it, without a Retry-After', async () => {
    start()
    lambda.function('orders').reservedConcurrency(0)
    const error = (await invoke('orders').catch((thrown: unknown) => thrown)) as Record<string, unknown>
    expect(error).toMatchObject({
      name: 'TooManyRequestsException',
      message: 'Rate Exceeded.',
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
      Type: 'User',
      $metadata: { httpStatusCode: 429 },
    })
    expect(error.retryAfterSeconds).toBeUndefined()
    lambda.assert.throttled(1)
    expect(lambda.invocations()).toEqual([])
  })

  it('are retried by the SDK, which may find room', async () => {
    start()
    const { handler, open } = gate()
    lambda.function('orders', handler).reservedConcurrency(1)
    const first = invoke('orders')
    await turns()
    const patient = new LambdaClient({ maxAttempts: 2 })
    let attempts = 0
    patient.middlewareStack.add(
      (next) => async (args) => {
        if (++attempts === 2) {
          open()
          await first
        }
        return next(args)
      },
      { step: 'finalizeRequest', priority: 'low', name: 'attempts' },
    )
    await expect(patient.send(new InvokeCommand({ FunctionName: 'orders' }))).resolves.toMatchObject({ StatusCode: 200 })
    lambda.assert.throttled(1)
    lambda.assert.retried('Invoke', 1)
  })

  it('of a function are held to what it reserves, which others cannot use', async () => {
    start({ accountConcurrency: 110 })
    const { handler, open } = gate()
    lambda.function('reserved', handler).reservedConcurrency(10)
    lambda.function('orders', handler)
    const reasons = reasonsOf([
      ...Array.from({ length: 12 }, () => invoke('reserved')),
      ...Array.from({ length: 103 }, () => invoke('orders')),
    ])
    await turns()
    open()
    expect(await reasons).toEqual([
      ...Array<string>(2).fill('ReservedFunctionConcurrentInvocationLimitExceeded'),
      ...Array<string>(3).fill('ConcurrentInvocationLimitExceeded'),
    ])
  })

  it('go to provisioned environments first: where they are all that is reserved, $LATEST is throttled', async () => {
    start()
    lambda.function('orders').returns('ok')
    await client.send(new PublishVersionCommand({ FunctionName: 'orders' }))
    await client.send(new CreateAliasCommand({ FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }))
    await client.send(new PutFunctionConcurrencyCommand({ FunctionName: 'orders', ReservedConcurrentExecutions: 1 }))
    await client.send(
      new PutProvisionedConcurrencyConfigCommand({
        FunctionName: 'orders',
        Qualifier: 'live',
        ProvisionedConcurrentExecutions: 1,
      }),
    )
    await expect(invoke('orders')).rejects.toMatchObject({ Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' })
    await expect(invoke('orders', { Qualifier: 'live' })).resolves.toMatchObject({ ExecutedVersion: '1' })
  })

  it.each([
    ['throws', (name: string) => lambda.function(name).throws(new Error('no'))],
    ['times out', (name: string) => lambda.function(name).timesOut()],
    ['exits', (name: string) => lambda.function(name).exits()],
    ['runs out of memory', (name: string) => lambda.function(name).runsOutOfMemory()],
    ['has no handler', (name: string) => lambda.function(name)],
  ])('give their place back when a function %s', async (_, seed) => {
    start()
    seed('orders').reservedConcurrency(1)
    for (let again = 0; again < 3; again++) expect((await invoke('orders')).FunctionError).toBe('Unhandled')
    await expect(invoke('orders', { Payload: '{' })).rejects.toMatchObject({ name: 'InvalidRequestContentException' })
    expect((await invoke('orders')).FunctionError).toBe('Unhandled')
  })

  it('do not count dry runs', async () => {
    start()
    lambda.function('orders').reservedConcurrency(0)
    await expect(invoke('orders', { InvocationType: 'DryRun' })).resolves.toMatchObject({ StatusCode: 204 })
  })

  it('are counted together, synchronous or not: an event waits for its place', async () => {
    start()
    const { handler, open } = gate()
    lambda.function('orders', handler).reservedConcurrency(1)
    const first = invoke('orders')
    await turns()
    expect((await invoke('orders', { InvocationType: 'Event' })).StatusCode).toBe(202)
    await turns()
    open()
    await first
    await lambda.settled()
    expect(lambda.invocations('orders').map(({ type }) => type)).toEqual(['RequestResponse', 'Event'])
  })
})

describe('rateLimits', () => {
  it('are off by default', async () => {
    start()
    lambda.function('orders').returns('ok').reservedConcurrency(1)
    for (let call = 0; call < 30; call++) await invoke('orders')
  })

  it('hold a function to ten requests a second per execution, on the clock', async () => {
    start({ rateLimits: 'on' })
    lambda.function('orders').returns('ok').reservedConcurrency(1)
    for (let call = 0; call < 10; call++) await invoke('orders')
    await expect(invoke('orders')).rejects.toMatchObject({ Reason: 'ReservedFunctionInvocationRateLimitExceeded' })
    await lambda.clock.advance('100ms')
    await invoke('orders')
    await expect(invoke('orders')).rejects.toMatchObject({ Reason: 'ReservedFunctionInvocationRateLimitExceeded' })
  })

  it('are on or off', () => {
    expect(() => mockLambda({ rateLimits: 'yes' as never })).toThrow(`mockLambda({ rateLimits: "yes" }) is none of: 'on', 'off'.`)
  })
})
