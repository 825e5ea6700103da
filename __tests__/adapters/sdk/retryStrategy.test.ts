import { UsageError } from '../../../src/errors/usageError'
import {
  closeDoors,
  failureOf,
  fakeExchange,
  forgetAwsSettings,
  openDoor,
  reply,
  sdks,
  serverError,
  throttle,
} from '../../support/sdkDoor'

beforeAll(forgetAwsSettings)
beforeEach(() => {
  // Jitter in the middle of its range.
  jest.spyOn(Math, 'random').mockReturnValue(0.5)
})
afterEach(closeDoors)
afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

interface Strategy {
  acquireInitialRetryToken(scope: string): Promise<object>
  refreshRetryTokenForRetry(token: object, errorInfo: object): Promise<object>
  recordSuccess(token: object): void
  getCapacity(): number
  mode: string
}
type StrategyClass = new (maxAttempts: number) => Strategy

describe.each(sdks)('%s', (version, { LambdaClient, InvokeCommand, TooManyRequestsException }) => {
  const newest = version === 'the newest SDK'
  const clients = { clients: LambdaClient }
  const invoke = () => new InvokeCommand({ FunctionName: 'orders' })
  const strategyOf = async (client: InstanceType<typeof LambdaClient>) =>
    (await client.config.retryStrategy()) as unknown as Strategy
  const StandardRetryStrategy = async () => (await strategyOf(new LambdaClient())).constructor as StrategyClass

  // With timers that nobody advances, a sleep of any length would never end.
  describe('without sleeping', () => {
    beforeEach(() => {
      jest.useFakeTimers()
    })

    it('lets the retry loop run, and records on each attempt what would have been slept before it', async () => {
      const exchange = fakeExchange(throttle())
      openDoor(exchange, clients)
      const error = await failureOf(new LambdaClient().send(invoke()))
      // Base 1000 ms for a throttle since 2026, 500 ms before; doubling, times the jitter.
      const delays = newest ? [500, 1000] : [250, 500]
      expect(exchange.requests.map(({ retryDelay }) => retryDelay)).toEqual([undefined, ...delays])
      expect(error).toBeInstanceOf(TooManyRequestsException)
      expect(error.$metadata).toMatchObject({ attempts: 3, totalRetryDelay: delays[0]! + delays[1]! })
      expect(jest.getTimerCount()).toBe(0)
    })

    it('succeeds after failures', async () => {
      const exchange = fakeExchange(serverError(), throttle(), reply({}))
      openDoor(exchange, clients)
      const { $metadata } = await new LambdaClient().send(invoke())
      expect($metadata).toMatchObject({ attempts: 3, totalRetryDelay: newest ? 25 + 1000 : 50 + 500 })
      expect(exchange.requests.map(({ headers }) => headers['amz-sdk-request'])).toEqual(
        [1, 2, 3].map((attempt) => `attempt=${attempt}; max=3`),
      )
      expect(new Set(exchange.requests.map(({ headers }) => headers['amz-sdk-invocation-id'])).size).toBe(1)
    })

    it('obeys Retry-After on paper only', async () => {
      const exchange = fakeExchange(throttle({ 'retry-after': '4' }))
      openDoor(exchange, clients)
      const error = await failureOf(new LambdaClient().send(invoke()))
      expect(error.retryAfterSeconds).toBe('4')
      // 3.600 takes the seconds for a date of 1970, and so never waits for them.
      expect(exchange.requests.map(({ retryDelay }) => retryDelay)).toEqual([undefined, ...(newest ? [4000, 4000] : [250, 500])])
    })

    it('skips a Retry-After that the SDK cuts to five seconds more than its own delay', async () => {
      const exchange = fakeExchange(throttle({ 'retry-after': '30' }), reply({}))
      openDoor(exchange, clients)
      await new LambdaClient().send(invoke())
      expect(exchange.requests[1]!.retryDelay).toBe(newest ? 5500 : 250)
    })

    it('retries broken connections', async () => {
      const exchange = fakeExchange({ kind: 'broken', code: 'ECONNRESET' })
      openDoor(exchange, clients)
      const error = await failureOf(new LambdaClient({ maxAttempts: 2 }).send(invoke()))
      expect(error).toMatchObject({ name: 'TimeoutError', code: 'ECONNRESET', $metadata: { attempts: 2 } })
      expect(exchange.requests.map(({ retryDelay }) => retryDelay)).toEqual([undefined, newest ? 25 : 50])
    })

    it('keeps the delays of concurrent calls apart', async () => {
      let draws = 0
      jest.mocked(Math.random).mockImplementation(() => ++draws / 100)
      const seen: (number | undefined)[] = []
      const exchange = fakeExchange(async ({ headers, retryDelay }) => {
        if (!headers['amz-sdk-request']!.startsWith('attempt=1')) return (seen.push(retryDelay), reply({}))
        return throttle()
      })
      openDoor(exchange, clients)
      const client = new LambdaClient()
      const outputs = await Promise.all(Array.from({ length: 20 }, () => client.send(invoke())))
      expect(new Set(seen).size).toBe(20)
      expect(outputs.map(({ $metadata }) => $metadata.totalRetryDelay).sort()).toEqual(seen.sort())
    })

    it('waits for no rate limiter in adaptive mode', async () => {
      const exchange = fakeExchange(throttle(), throttle(), reply({}))
      openDoor(exchange, clients)
      const client = new LambdaClient({ retryMode: 'adaptive' })
      for (let call = 0; call < 5; call++) await client.send(invoke())
      expect((await strategyOf(client)).mode).toBe('adaptive')
      expect(exchange.requests[2]!.retryDelay).toBe(newest ? 1000 : 500)
      expect(exchange.requests).toHaveLength(7)
    })

    it("skips the delay of a strategy of the user's own", async () => {
      const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 12_345 * count })
      const retryStrategy = {
        mode: 'own',
        acquireInitialRetryToken: async () => token(0),
        refreshRetryTokenForRetry: async ({ getRetryCount }: { getRetryCount(): number }) => token(getRetryCount() + 1),
        recordSuccess: jest.fn(),
      }
      const exchange = fakeExchange(throttle(), throttle(), reply({}))
      openDoor(exchange, clients)
      await new LambdaClient({ retryStrategy: retryStrategy as never }).send(invoke())
      expect(exchange.requests.map(({ retryDelay }) => retryDelay)).toEqual([undefined, 12_345, 24_690])
      expect(retryStrategy.recordSuccess).toHaveBeenCalledTimes(1)
    })

    it('skips the delay of a token that is handed out again and again', async () => {
      let count = 0
      const token = { getRetryCount: () => count, getRetryDelay: () => 100 * count }
      const retryStrategy = {
        acquireInitialRetryToken: async () => ((count = 0), token),
        refreshRetryTokenForRetry: async () => (count++, token),
        recordSuccess: () => {},
      }
      const exchange = fakeExchange(throttle(), throttle(), reply({}), throttle(), reply({}))
      openDoor(exchange, clients)
      const client = new LambdaClient({ retryStrategy: retryStrategy as never })
      await client.send(invoke())
      await client.send(invoke())
      expect(exchange.requests.map(({ retryDelay }) => retryDelay)).toEqual([undefined, 100, 200, undefined, 100])
    })
  })

  it('runs a strategy with private members as itself', async () => {
    const exchange = fakeExchange(serverError(), reply({}))
    openDoor(exchange, clients)
    class Counting extends (await StandardRetryStrategy()) {
      #refreshed = 0
      override async refreshRetryTokenForRetry(token: object, errorInfo: object) {
        this.#refreshed++
        return super.refreshRetryTokenForRetry(token, errorInfo)
      }
      get refreshed() {
        return this.#refreshed
      }
    }
    const retryStrategy = new Counting(3)
    await new LambdaClient({ retryStrategy: retryStrategy as never }).send(invoke())
    expect([exchange.requests.length, retryStrategy.refreshed]).toEqual([2, 1])
  })

  it('leaves a strategy of the first generation alone', async () => {
    openDoor(fakeExchange(throttle()), clients)
    const retry = jest.fn((next: (args: unknown) => unknown, args: unknown) => next(args))
    const error = await failureOf(new LambdaClient({ retryStrategy: { mode: 'own', retry } as never }).send(invoke()))
    expect(error).toBeInstanceOf(TooManyRequestsException)
    expect(retry).toHaveBeenCalledTimes(1)
  })

  it('spends the retry quota of the client as it would be spent with the delays', async () => {
    openDoor(fakeExchange(throttle()), clients)
    const StandardStrategy = await StandardRetryStrategy()
    // Before 2025 a client gave each call a new strategy, and so a new quota; one of the user's own was shared then too.
    const retryStrategy = new StandardStrategy(3)
    const client = new LambdaClient({ retryStrategy: retryStrategy as never })
    const attempts: unknown[] = []
    for (let call = 0; call < 51; call++) {
      const error = await failureOf(client.send(invoke()))
      attempts.push((error.$metadata as { attempts: number }).attempts)
    }
    // 500 tokens, 5 for each retry of a throttle: fifty calls with two retries.
    expect(attempts).toEqual([...Array.from({ length: 50 }, () => 3), 1])
    expect([retryStrategy.getCapacity(), (await strategyOf(client)).getCapacity()]).toEqual([0, 0])
    expect((await strategyOf(client)).constructor).toBe(StandardStrategy)
  })

  describe('with real delays', () => {
    it('sleeps', async () => {
      jest.useFakeTimers()
      const exchange = fakeExchange(throttle(), reply({}))
      openDoor(exchange, { ...clients, retryDelays: 'real' })
      let done = false
      const call = new LambdaClient().send(invoke()).then((output) => ((done = true), output))
      const delay = newest ? 500 : 250
      await jest.advanceTimersByTimeAsync(delay - 1)
      expect([done, exchange.requests.length]).toEqual([false, 1])
      await jest.advanceTimersByTimeAsync(1)
      expect((await call).$metadata).toMatchObject({ attempts: 2, totalRetryDelay: delay })
    })
  })

  describe.each(['skip', 'real'] as const)('what is no answer of Lambda (delays: %s)', (retryDelays) => {
    it.each([
      ['a UsageError', new UsageError('No such operation.')],
      ['one with a cause that is retried', new UsageError('No such operation.', { cause: { code: 'ECONNRESET' } })],
      ['one that looks like a throttle', Object.assign(new Error('breach'), { name: 'ThrottlingException' })],
      ['one that looks like a lost connection', Object.assign(new Error('breach'), { code: 'ECONNRESET' })],
    ])('reaches the caller as it is, and is not retried: %s', async (_, error) => {
      const { name, message } = error
      const exchange = fakeExchange(error)
      openDoor(exchange, { ...clients, retryDelays })
      expect(await failureOf(new LambdaClient().send(invoke()))).toBe(error)
      expect(error).toMatchObject({ name, message, $metadata: { attempts: 1 } })
      expect(exchange.requests).toHaveLength(1)
    })
  })
})
