import {
  CreateAliasCommand,
  InvokeCommand,
  type LambdaClient,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda'
import type { MockLambda, MockLambdaOptions } from '../../src/index'
import type { OpenDouble } from './doors'
import { throughEachDoor } from './throughEachDoor'

throughEachDoor('concurrency', (open, test) => {
  let double: OpenDouble
  let lambda: MockLambda
  let client: LambdaClient
  const invoke = (FunctionName: string, more: object = {}) => client.send(new InvokeCommand({ FunctionName, ...more }))

  async function start(options: MockLambdaOptions = {}) {
    // Handlers that are held here may be held for longer than a Timeout on a machine that is busy.
    double = await open({ seed: 1, timeouts: 'off', ...options })
    lambda = double.lambda
    client = double.newClient({ maxAttempts: 1 })
  }
  afterEach(() => double.close())

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

  /** Waits until so many calls have reached the double, and have had the time to be refused. */
  const arrived = async (calls: number) => {
    for (let round = 0; round < 1000 && lambda.calls().length < calls; round++) await turns()
    await turns()
  }

  describe('concurrent executions', () => {
    test('run in parallel, up to the 1,000 of an account', async () => {
      await start()
      const { handler, open, running } = gate()
      lambda.function('orders', handler)
      const reasons = reasonsOf(Array.from({ length: 1010 }, () => invoke('orders')))
      await arrived(1010)
      expect(running()).toBe(1000)
      open()
      expect(await reasons).toEqual(Array(10).fill('ConcurrentInvocationLimitExceeded'))
      await expect(invoke('orders')).resolves.toMatchObject({ StatusCode: 200 })
    })

    test('are as many as accountConcurrency says', async () => {
      await start({ accountConcurrency: 2 })
      const { handler, open } = gate()
      lambda.function('orders', handler)
      lambda.function('payments', handler)
      const reasons = reasonsOf(['orders', 'payments', 'orders', 'payments'].map((name) => invoke(name)))
      await arrived(4)
      open()
      expect(await reasons).toEqual(Array(2).fill('ConcurrentInvocationLimitExceeded'))
    })

    test('are throttled as AWS words it, without a Retry-After', async () => {
      await start()
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

    test('are retried by the SDK, which may find room', async () => {
      await start()
      const { handler, open } = gate()
      lambda.function('orders', handler).reservedConcurrency(1)
      const first = invoke('orders')
      await arrived(1)
      const patient = double.newClient({ maxAttempts: 2 })
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

    test('of a function are held to what it reserves, which others cannot use', async () => {
      await start({ accountConcurrency: 110 })
      const { handler, open } = gate()
      lambda.function('reserved', handler).reservedConcurrency(10)
      lambda.function('orders', handler)
      const reasons = reasonsOf([
        ...Array.from({ length: 12 }, () => invoke('reserved')),
        ...Array.from({ length: 103 }, () => invoke('orders')),
      ])
      await arrived(115)
      open()
      expect(await reasons).toEqual([
        ...Array<string>(2).fill('ReservedFunctionConcurrentInvocationLimitExceeded'),
        ...Array<string>(3).fill('ConcurrentInvocationLimitExceeded'),
      ])
    })

    test('go to provisioned environments first: where they are all that is reserved, $LATEST is throttled', async () => {
      await start()
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

    for (const [what, seed] of [
      ['throws', (name: string) => lambda.function(name).throws(new Error('no'))],
      ['times out', (name: string) => lambda.function(name).timesOut()],
      ['exits', (name: string) => lambda.function(name).exits()],
      ['runs out of memory', (name: string) => lambda.function(name).runsOutOfMemory()],
      ['has no handler', (name: string) => lambda.function(name)],
    ] as const)
      test(`give their place back when a function ${what}`, async () => {
        await start()
        seed('orders').reservedConcurrency(1)
        for (let again = 0; again < 3; again++) expect((await invoke('orders')).FunctionError).toBe('Unhandled')
        await expect(invoke('orders', { Payload: '{' })).rejects.toMatchObject({ name: 'InvalidRequestContentException' })
        expect((await invoke('orders')).FunctionError).toBe('Unhandled')
      })

    test('do not count dry runs', async () => {
      await start()
      lambda.function('orders').reservedConcurrency(0)
      await expect(invoke('orders', { InvocationType: 'DryRun' })).resolves.toMatchObject({ StatusCode: 204 })
    })

    test('are counted together, synchronous or not: an event waits for its place', async () => {
      await start()
      const { handler, open } = gate()
      lambda.function('orders', handler).reservedConcurrency(1)
      const first = invoke('orders')
      await arrived(1)
      expect((await invoke('orders', { InvocationType: 'Event' })).StatusCode).toBe(202)
      await turns()
      open()
      await first
      await lambda.settled()
      expect(lambda.invocations('orders').map(({ type }) => type)).toEqual(['RequestResponse', 'Event'])
    })
  })

  describe('rateLimits', () => {
    test('are off by default', async () => {
      await start()
      lambda.function('orders').returns('ok').reservedConcurrency(1)
      for (let call = 0; call < 30; call++) await invoke('orders')
    })

    test('hold a function to ten requests a second per execution, on the clock', async () => {
      await start({ rateLimits: 'on' })
      lambda.function('orders').returns('ok').reservedConcurrency(1)
      for (let call = 0; call < 10; call++) await invoke('orders')
      await expect(invoke('orders')).rejects.toMatchObject({ Reason: 'ReservedFunctionInvocationRateLimitExceeded' })
      await lambda.clock.advance('100ms')
      await invoke('orders')
      await expect(invoke('orders')).rejects.toMatchObject({ Reason: 'ReservedFunctionInvocationRateLimitExceeded' })
    })
  })
})
