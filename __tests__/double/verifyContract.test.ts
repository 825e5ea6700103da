import * as z from 'zod'
import { defineContract, isContractBreach, verifyContract, type Contract, type VerifyOptions } from '../../src/contract'
import { liveMocks } from '../../src/assertions/mockRegistry'
import { createOrder } from '../contracts/orders'

const outOfStock = Object.assign(new Error('none left'), { name: 'OutOfStock' })
const order = { orderId: 'o-7', items: [{ sku: 'a' }] }

/** A provider whose stock is a state. */
function provider() {
  let stock = 1
  return {
    handler: async (): Promise<unknown> => {
      if (stock === 0) throw outOfStock
      return order
    },
    states: {
      'no stock': () => {
        stock = 0
        return () => (stock = 1)
      },
    },
    stock: () => stock,
  }
}

async function issuesOf(
  contract: Contract | readonly Contract[],
  handler: any,
  options: VerifyOptions = {},
): Promise<readonly string[]> {
  const error = await verifyContract(contract, handler, options).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (error === undefined) return []
  if (!isContractBreach(error)) throw error
  return error.breaches.flatMap(({ example, part, issues }) =>
    issues.map(({ path, message }) => `${example} ${part} ${path} ${message}`),
  )
}

const states = { 'no stock': () => undefined }
const simple = (change: object) =>
  defineContract({
    function: 'f',
    consumer: 'c',
    provider: 'p',
    event: z.object({ id: z.int() }),
    response: z.object({ id: z.int(), at: z.string().optional() }),
    examples: { one: { event: { id: 1 }, response: { id: 1 } } },
    ...change,
  } as never) as Contract

describe('verifyContract', () => {
  it('passes a provider that keeps every example, in its state, and takes the state back', async () => {
    const { handler, states, stock } = provider()
    const report = await verifyContract(createOrder, handler, { states })
    expect(report).toEqual({
      kind: 'verification',
      passed: 2,
      failed: 0,
      contracts: [
        {
          contract: 'checkout -> orders: orders-create',
          function: 'orders-create',
          consumer: 'checkout',
          provider: 'orders',
          examples: [
            { name: 'new order', given: [], breaches: [] },
            { name: 'none left', given: ['no stock'], breaches: [] },
          ],
        },
      ],
    })
    expect(stock()).toBe(1)
    expect(liveMocks()).toEqual([])
  })

  it('rejects with all breaches at once, each with its place', async () => {
    const run = verifyContract(createOrder, async () => ({ orderId: 7, items: [{ sku: 'b' }] }), { states })
    await expect(run).rejects.toThrow(
      new RegExp(
        [
          '^2 breaches of contract',
          '',
          "Contract 'checkout -> orders: orders-create' / 'new order' / response",
          '  at \\$\\.orderId  expected string, got 7 \\(number\\)',
          '  at \\$\\.items\\[0\\]\\.sku  expected "a" as in the example, got "b" \\(string\\)',
          '  event: {"qty":1,"sku":"a"}',
          '  change: __tests__/contracts/orders.ts:\\d+',
          '',
          "Contract 'checkout -> orders: orders-create' / 'none left' / error",
          '  at \\$  expected the error OutOfStock, got \\{"orderId":7,"items":\\[\\{"sku":"b"\\}\\]\\} \\(object\\)',
          '  event: {"qty":1,"sku":"b"}',
          '  change: .*$',
        ].join('\n'),
      ),
    )
  })

  it('lets a provider answer with more than is agreed, unless the contract is strict', async () => {
    const handler = async () => ({ id: 1, more: true })
    expect(await issuesOf(simple({}), handler)).toEqual([])
    expect(await issuesOf(simple({ strict: true }), handler)).toEqual([
      'one response $.more is not in the contract, got true (boolean)',
    ])
  })

  it('runs a handler as Lambda does: with context, environment and callback', async () => {
    const seen: unknown[] = []
    const handler = (event: unknown, context: any, callback: (error: null, result: unknown) => void) => {
      seen.push(event, context.functionName, context.getRemainingTimeInMillis() > 0, process.env.TABLE)
      callback(null, { id: 1 })
    }
    const configure = { Environment: { Variables: { TABLE: 'orders' } } }
    expect(await issuesOf(simple({}), handler, { configure })).toEqual([])
    expect(seen).toEqual([{ id: 1 }, 'f', true, 'orders'])
    expect(process.env.TABLE).toBeUndefined()
  })

  it('tells of errors as Lambda gives them: thrown, time-outs, results too large or without JSON', async () => {
    const failing = (handler: unknown, options?: VerifyOptions) => issuesOf(simple({}), handler, options)
    const because = (text: string) => [`one response $ expected a response, got the error ${text}`]
    expect(
      await failing(() => {
        throw new TypeError('x is undefined')
      }),
    ).toEqual(because('TypeError: x is undefined'))
    expect(await failing(async () => 'x'.repeat(7_000_000))).toEqual(
      because('Function.ResponseSizeTooLarge: Response payload size exceeded maximum allowed payload size (6291556 bytes).'),
    )
    expect((await failing(() => new Promise(() => undefined), { configure: { Timeout: 1 } }))[0]).toContain(
      'the error Sandbox.Timedout',
    )
    expect((await failing(async () => 1n))[0]).toContain('Unable to stringify response body')
  })

  it('tells an error from another one, and holds its payload to the schema and to the example', async () => {
    const errors = { Boom: z.object({ errorType: z.literal('Boom'), errorMessage: z.string().min(3) }) }
    const contract = (error: unknown) => simple({ errors, examples: { one: { event: { id: 1 }, error } } })
    const throwing =
      (message: string, name = 'Boom') =>
      async () =>
        Promise.reject(Object.assign(new Error(message), { name }))
    expect(await issuesOf(contract('Boom'), throwing('bang'))).toEqual([])
    expect(await issuesOf(contract('Boom'), throwing('no'))).toEqual([
      'one error $.errorMessage expected string of at least 3 characters, got "no" (string)',
    ])
    expect(await issuesOf(contract({ errorType: 'Boom', errorMessage: 'bang' }), throwing('other'))).toEqual([
      'one error $.errorMessage expected "bang" as in the example, got "other" (string)',
    ])
    expect(await issuesOf(contract('Boom'), throwing('bang', 'Bang'))).toEqual([
      'one error $ expected the error Boom, got the error Bang: bang',
    ])
  })

  it('asks every schema, asynchronous ones as well, and type guards', async () => {
    const slow = z
      .object({ id: z.int() })
      .refine(async ({ id }) => Promise.resolve(id !== 1), { message: 'is taken', path: ['id'] })
    expect(await issuesOf(simple({ response: slow }), async () => ({ id: 1 }))).toEqual([
      'one response $.id is taken, got 1 (number)',
    ])
    const isPaid = (value: unknown): value is object => (value as { paid?: boolean }).paid === true
    expect(await issuesOf(simple({ response: isPaid }), async () => ({ id: 1 }))).toEqual([
      'one response $ is refused by the type guard isPaid, got {"id":1} (object)',
    ])
  })

  it('checks the example’s own event first', async () => {
    const wrong = simple({ examples: { one: { event: { id: 1, extra: 2 }, response: { id: 1 } } } })
    expect(await issuesOf(wrong, async () => ({ id: 1 }))).toEqual(['one event $.extra is not in the contract, got 2 (number)'])
  })

  it('allows another value where the example says that it varies', async () => {
    const response = z.object({ items: z.array(z.object({ id: z.string(), qty: z.int() })) })
    const example = { items: [{ id: 'x', qty: 1 }] }
    const contract = simple({ response, examples: { one: { event: { id: 1 }, response: example, varies: ['items[*].id'] } } })
    expect(await issuesOf(contract, async () => ({ items: [{ id: 'y', qty: 1 }] }))).toEqual([])
    expect(await issuesOf(contract, async () => ({ items: [{ id: 'y', qty: 2 }] }))).toEqual([
      'one response $.items[0].qty expected 1 as in the example, got 2 (number)',
    ])
    expect(await issuesOf(contract, async () => ({ items: [] }))).toEqual([
      'one response $.items expected 1 item as in the example, got 0',
    ])
  })

  it('reports a state that cannot be set up, and still takes back those before', async () => {
    const undone: string[] = []
    const contract = simple({ examples: { one: { event: { id: 1 }, response: { id: 1 }, given: ['first', 'second'] } } })
    const states = {
      first: () => () => undone.push('first'),
      second: () => Promise.reject(new Error('no database')),
    }
    expect(await issuesOf(contract, async () => ({ id: 1 }), { states })).toEqual([
      "one state $ the state 'second' could not be set up: no database",
    ])
    expect(undone).toEqual(['first'])
  })

  it('verifies the contracts of several consumers together', async () => {
    const other = simple({ consumer: 'warehouse', examples: { two: { event: { id: 2 }, response: { id: 2 } } } })
    expect(await issuesOf([simple({}), other], async () => ({ id: 1 }))).toEqual([
      'two response $.id expected 2 as in the example, got 1 (number)',
    ])
  })

  it.each<[string, () => Promise<unknown>, string]>([
    [
      'no examples',
      () => verifyContract(simple({ examples: {} }), async () => 1),
      'The contract c -> p: f has no examples, so there is nothing to verify.',
    ],
    [
      'a state that nobody sets up',
      () => verifyContract(createOrder, async () => 1, { states: { 'no stok': () => 1 } }),
      "is given 'no stock', which states does not have. Did you mean 'no stok'?",
    ],
    ['no handler', () => verifyContract(createOrder, undefined as never), 'needs the handler of orders-create, a function.'],
    ['no contract', () => verifyContract([], async () => 1), 'was given no contract'],
    [
      'an unknown option',
      () => verifyContract(createOrder, async () => 1, { state: {} } as never),
      "has no option 'state'. Did you mean 'states'?",
    ],
  ])('refuses %s', async (_, run, message) => {
    await expect(run()).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining(message) })
  })
})
