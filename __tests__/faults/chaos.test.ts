import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { createSetChaos } from '../../src/faults/chaos'
import { createOn } from '../../src/faults/on'
import { createRuleBook } from '../../src/faults/ruleBook'
import { mockLambda, type MockLambda, type MockLambdaOptions } from '../../src/index'

let lambda: MockLambda
const open = (options: MockLambdaOptions = {}) => {
  lambda = mockLambda({ seed: 42, ...options })
  for (const name of ['orders', 'stock']) lambda.function(name).returns('ok')
}
beforeEach(() => open())
afterEach(() => lambda.restore())

const invoke = (FunctionName = 'orders', client = new LambdaClient({ maxAttempts: 1 })) =>
  client.send(new InvokeCommand({ FunctionName }))
const outcome = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: Error & { code?: string }) => error.code ?? error.name,
  )

describe('chaos', () => {
  it('lets the asked share of calls go wrong in each way, and the rest pass', async () => {
    lambda.chaos({ throttle: 0.2, error: 0.1, drop: 0.05 })
    const counts: Record<string, number> = {}
    for (let call = 0; call < 1_024; call++) {
      const seen = await outcome(invoke())
      counts[seen] = (counts[seen] ?? 0) + 1
    }
    const shares = { TooManyRequestsException: 0.2, ServiceException: 0.1, ECONNRESET: 0.05, ok: 0.65 }
    expect(Object.keys(counts).sort()).toEqual(Object.keys(shares).sort())
    for (const [seen, share] of Object.entries(shares)) expect(Math.abs(counts[seen]! / 1_024 - share)).toBeLessThan(0.005)
  })

  it('reaches all operations, or those of a match', async () => {
    lambda.chaos({ error: 1 })
    expect(await outcome(new LambdaClient({ maxAttempts: 1 }).send(new ListFunctionsCommand({})))).toBe('ServiceException')
    lambda.reset()
    lambda.chaos({ error: 1 }, 'Invoke', { FunctionName: 'orders' })
    lambda.chaos({ throttle: 1 }, InvokeCommand, { FunctionName: 'stock' })
    expect(await outcome(invoke('orders'))).toBe('ServiceException')
    expect(await outcome(invoke('stock'))).toBe('TooManyRequestsException')
    expect(await outcome(new LambdaClient().send(new ListFunctionsCommand({})))).toBe('ok')
  })

  it('of a narrower match counts instead of a wide one', async () => {
    lambda.chaos({}, 'Invoke', { FunctionName: 'stock' })
    lambda.chaos({ drop: 1 })
    expect(await outcome(invoke('stock'))).toBe('ok')
    expect(await outcome(invoke('orders'))).toBe('ECONNRESET')
  })

  it('takes the place of the chaos before it, and can be switched off', async () => {
    const first = lambda.chaos({ drop: 1 })
    const second = lambda.chaos({ error: 1 })
    first.off()
    expect(await outcome(invoke())).toBe('ServiceException')
    second.off()
    expect(await outcome(invoke())).toBe('ok')
    lambda.chaos({ drop: 1 })
    lambda.chaos({})
    expect(await outcome(invoke())).toBe('ok')
  })

  it('stands in front of the rules: a call that it refuses uses up no rule', async () => {
    const chaos = lambda.chaos({ drop: 1 })
    lambda.on('Invoke').throttles().once()
    expect(await outcome(invoke())).toBe('ECONNRESET')
    expect(() => lambda.verify()).toThrow('happened 0 times')
    chaos.off()
    expect([await outcome(invoke()), await outcome(invoke())]).toEqual(['TooManyRequestsException', 'ok'])
  })

  it('lets pass to rules and state what it does not refuse, late if it has a latency', async () => {
    lambda.chaos({ latency: '2s' })
    lambda.on('Invoke').throttles().once()
    const start = lambda.clock.now().getTime()
    expect([await outcome(invoke()), await outcome(invoke())]).toEqual(['TooManyRequestsException', 'ok'])
    expect(lambda.clock.now().getTime() - start).toBe(4_000)
    expect(lambda.calls('Invoke').map(({ rule }) => rule)).toEqual([
      "chaos: delays(2000ms), on('Invoke').throttles()",
      'chaos: delays(2000ms)',
    ])
  })

  it('draws each latency between its bounds', async () => {
    lambda.chaos({ latency: [5, 200] })
    for (let call = 0; call < 200; call++) await invoke()
    const latencies = lambda.calls('Invoke').map(({ rule }) => Number(/\((\d+)ms\)/.exec(rule!)![1]))
    expect(Math.min(...latencies)).toBeGreaterThanOrEqual(5)
    expect(Math.max(...latencies)).toBeLessThanOrEqual(200)
    expect(new Set(latencies).size).toBeGreaterThan(90)
    expect(Math.min(...latencies)).toBeLessThan(20)
    expect(Math.max(...latencies)).toBeGreaterThan(185)
  })

  it('loses replies of operations that have happened', async () => {
    lambda.chaos({ lostReply: 1 })
    expect(await outcome(invoke())).toBe('ECONNRESET')
    expect(lambda.invocations('orders')).toHaveLength(1)
  })

  it("keeps a caller's time-out under its latency", async () => {
    lambda.chaos({ latency: '3s' })
    const requestHandler = { requestTimeout: 1_000, throwOnRequestTimeout: true }
    expect(await outcome(invoke('orders', new LambdaClient({ maxAttempts: 1, requestHandler })))).toBe('ETIMEDOUT')
  })

  it('is named by failure texts, with the seed that repeats it', async () => {
    lambda.chaos({ throttle: 1 })
    await outcome(invoke())
    expect(() => lambda.assert.not.invoked('orders')).toThrow(
      /TooManyRequestsException: Rate Exceeded\. \(by chaos\)[^]*Seed: 42/,
    )
  })

  it('is forgotten by a reset', async () => {
    lambda.chaos({ drop: 1 })
    lambda.reset()
    lambda.function('orders').returns('ok')
    expect(await outcome(invoke())).toBe('ok')
  })
})

describe('the decisions of a seed', () => {
  /** What 10,000 calls of two functions come to, each tried again until it passes, as `decide` orders their attempts. */
  function decisions(seed: number, decide: (calls: readonly (() => boolean)[]) => void): readonly string[] {
    const rules = createRuleBook(seed)
    createSetChaos(() => rules)({ throttle: 0.1, error: 0.05, drop: 0.01 })
    createOn(() => rules)('Invoke')
      .throttles()
      .withProbability(0.2)
    const texts: string[] = []
    const calls = Array.from({ length: 10_000 }, (_, index) => {
      let attempt = 0
      texts[index] = ''
      return () => {
        const strike = rules.next({
          operation: 'Invoke',
          input: { FunctionName: index % 2 === 0 ? 'orders' : 'arn:aws:lambda:us-east-1:123456789012:function:stock:live' },
          payload: () => undefined,
          headers: { 'amz-sdk-invocation-id': `call ${index}`, 'amz-sdk-request': `attempt=${++attempt}; max=9` },
        })
        texts[index] += `${strike?.text ?? 'ok'}; `
        return /throttles|fails|drops/.test(strike?.text ?? '')
      }
    })
    decide(calls)
    return texts
  }

  const serially = (calls: readonly (() => boolean)[]) => calls.forEach((attempt) => void (attempt() && attempt() && attempt()))
  /** All first attempts, then all second ones of those that need one, the last call first. */
  const sideBySide = (calls: readonly (() => boolean)[]) =>
    [1, 2, 3].reduce((left) => left.filter((attempt) => attempt()).reverse(), [...calls])

  it('are the same for 10,000 calls, one after the other or all at once', () => {
    const serial = decisions(7, serially)
    expect(decisions(7, sideBySide)).toEqual(serial)
    expect(decisions(8, serially)).not.toEqual(serial)
    for (const [fault, share] of Object.entries({ throttles: 0.1, fails: 0.05, drops: 0.01 })) {
      const first = serial.filter((text) => text.startsWith(`chaos: ${fault}`)).length
      expect(Math.abs(first / 10_000 - share)).toBeLessThan(0.002)
    }
  })

  it('are the same through the SDK, retries included', async () => {
    async function seen(run: (calls: (() => Promise<string>)[]) => Promise<string[]>): Promise<readonly unknown[]> {
      lambda.reset()
      for (const name of ['orders', 'stock']) lambda.function(name).returns('ok')
      lambda.chaos({ throttle: 0.1, error: 0.05, drop: 0.01, latency: [5, 200] })
      // A client pays for its retries of a quota, which many at once would use up.
      const clients = Array.from({ length: 10 }, () => new LambdaClient())
      const calls = Array.from({ length: 200 }, (_, index) => () => {
        return outcome(invoke(index % 2 === 0 ? 'orders' : 'stock', clients[index % 10]))
      })
      const outcomes = await run(calls)
      return [
        outcomes,
        lambda
          .calls()
          .map(({ input, attempt, rule }) => `${String(input.FunctionName)} ${attempt} ${rule}`)
          .sort(),
      ]
    }
    const serial = await seen(async (calls) => {
      const outcomes: string[] = []
      for (const call of calls) outcomes.push(await call())
      return outcomes
    })
    expect(await seen((calls) => Promise.all(calls.map((call) => call())))).toEqual(serial)
  }, 30_000)
})

describe('lambda.chaos refuses', () => {
  it.each([
    ['a kind that it does not know', () => lambda.chaos({ throtle: 0.1 } as never), 'no option throtle. Did you mean throttle?'],
    ['a share over 1', () => lambda.chaos({ drop: 2 }), 'lambda.chaos({ drop: 2 }) needs a share between 0'],
    ['shares that are more than 1 together', () => lambda.chaos({ drop: 0.6, error: 0.6 }), 'at most 1 together'],
    ['a latency without unit', () => lambda.chaos({ latency: '5' as never }), "needs milliseconds or a duration such as '200ms'"],
    ['bounds in the wrong order', () => lambda.chaos({ latency: [200, 5] }), 'needs the shortest and the longest time'],
    ['nothing', () => lambda.chaos(undefined as never), 'lambda.chaos takes an object with throttle'],
    ['an operation that AWS does not have', () => lambda.chaos({}, 'Invok' as never), "Did you mean 'Invoke'?"],
    ['a member that the input does not have', () => lambda.chaos({}, 'Invoke', { Name: 'x' } as never), 'has no member Name'],
  ])('%s', (_, declare, message) => {
    expect(declare).toThrow(expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(message) }))
  })
})
