import { InvokeAsyncCommand, InvokeCommand, InvokeWithResponseStreamCommand, LambdaClient } from '@aws-sdk/client-lambda'
import * as z from 'zod'
import { defineContract, isContractBreach } from '../../../src/contract'
import { mockLambda, streamify, type MockLambda } from '../../../src/index'
import { nested, nestedJson } from '../../support/nested'

const createOrder = defineContract({
  function: 'orders-create',
  consumer: 'checkout',
  provider: 'orders',
  event: z.object({ sku: z.string(), qty: z.int() }),
  response: z.object({ orderId: z.string() }),
  errors: { OutOfStock: z.object({ errorType: z.literal('OutOfStock'), errorMessage: z.string() }) },
  examples: {
    'new order': { event: { sku: 'a', qty: 1 }, response: { orderId: 'o-1' } },
    'none left': { event: { sku: 'a', qty: 1 }, error: 'OutOfStock', given: 'no stock' },
  },
})
const event = { sku: 'a', qty: 1 }

let lambda: MockLambda
let client: LambdaClient
beforeEach(() => {
  lambda = mockLambda({ seed: 1 })
  client = new LambdaClient()
})
afterEach(() => lambda.restore())

const invoke = async (payload: unknown, more: object = {}) => {
  const reply = await client.send(new InvokeCommand({ FunctionName: 'orders-create', Payload: JSON.stringify(payload), ...more }))
  return { reply, result: JSON.parse(reply.Payload?.transformToString() || 'null') as any }
}

async function stream(payload: unknown): Promise<string> {
  const command = new InvokeWithResponseStreamCommand({
    FunctionName: 'orders-create',
    Payload: JSON.stringify(payload) as never,
  })
  let text = ''
  for await (const { PayloadChunk } of (await client.send(command)).EventStream!)
    text += Buffer.from(PayloadChunk?.Payload ?? []).toString()
  return text
}

/** The issues of the breach that a call is rejected with. */
async function issuesOf(call: Promise<unknown>): Promise<readonly string[]> {
  const error = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!isContractBreach(error)) throw new Error('There was no breach.', { cause: error })
  return error.breaches.flatMap(({ part, issues }) => issues.map(({ path, message }) => `${part} ${path} ${message}`))
}

describe('a function that honours a contract', () => {
  it('answers from the examples when it has no handler', async () => {
    lambda.function('orders-create').honours(createOrder)
    expect((await invoke(event)).result).toEqual({ orderId: 'o-1' })
  })

  it('answers as the example for a given state says, with an error as Lambda gives it', async () => {
    lambda.function('orders-create').honours(createOrder, { given: 'no stock' })
    const { reply, result } = await invoke(event)
    expect(reply.FunctionError).toBe('Unhandled')
    expect(result).toEqual({ errorType: 'OutOfStock', errorMessage: 'none left', trace: ['OutOfStock: none left'] })
  })

  it('keeps the handler or the canned answer that it has', async () => {
    lambda.function('orders-create', async () => ({ orderId: 'own' })).honours(createOrder)
    expect((await invoke(event)).result).toEqual({ orderId: 'own' })
    lambda.function('orders-create').returns({ orderId: 'canned' }).honours(createOrder)
    expect((await invoke(event)).result).toEqual({ orderId: 'canned' })
  })

  it('is known by every form of its name, and with a stage in it', async () => {
    lambda.function('orders-create').honours(createOrder)
    const { arn } = lambda.function('orders-create')
    expect(await issuesOf(invoke({ ...event, qty: 'x' }, { FunctionName: arn }))).toEqual([
      'event $.qty expected integer, got "x" (string)',
    ])
    lambda.function('orders-create-dev').honours(createOrder)
    expect(await issuesOf(invoke({ sku: 'a' }, { FunctionName: 'orders-create-dev' }))).toHaveLength(1)
  })

  it('rejects an event that breaks the contract, without a retry and without a run', async () => {
    lambda.function('orders-create').honours(createOrder)
    expect(await issuesOf(invoke({ sku: 7, qty: 1 }))).toEqual(['event $.sku expected string, got 7 (number)'])
    expect(lambda.calls()).toHaveLength(1)
    expect(lambda.invocations()).toEqual([])
    expect(lambda.calls()[0]!.error?.name).toBe('ContractBreach')
  })

  it.each<[string, () => Promise<unknown>]>([
    ['an asynchronous invocation', () => invoke({ sku: 7, qty: 1 }, { InvocationType: 'Event' })],
    ['a streamed invocation', () => stream({ sku: 7, qty: 1 })],
    [
      'InvokeAsync',
      () =>
        client.send(
          new InvokeAsyncCommand({ FunctionName: 'orders-create', InvokeArgs: JSON.stringify({ sku: 7, qty: 1 }) as never }),
        ),
    ],
  ])('checks the event of %s as well', async (_, call) => {
    lambda.function('orders-create').honours(createOrder)
    expect(await issuesOf(call())).toEqual(['event $.sku expected string, got 7 (number)'])
  })

  it('takes no event for {}, as a handler sees it, and asks nothing of a dry run', async () => {
    lambda.function('orders-create').honours(createOrder)
    expect(await issuesOf(invoke(undefined, { Payload: undefined }))).toEqual([
      'event $.sku expected string, and it is missing',
      'event $.qty expected integer, and it is missing',
    ])
    expect((await invoke({}, { InvocationType: 'DryRun' })).reply.StatusCode).toBe(204)
  })

  it('refuses an event that no example has, and says which comes closest', async () => {
    lambda.function('orders-create').honours(createOrder)
    expect(await issuesOf(invoke({ sku: 'a', qty: 2 }))).toEqual([
      'event $ no example has this event: add one, or give the function a handler; this one comes closest',
      'event $.qty expected 1 as in the example, got 2 (number)',
    ])
  })

  it('checks what a handler answers, what is answered by hand, and by a rule', async () => {
    const issue = 'response $.orderId expected string, got 7 (number)'
    const fn = lambda.function('orders-create').honours(createOrder)
    fn.returns({ orderId: 7 })
    expect(await issuesOf(invoke(event))).toEqual([issue])
    fn.handler(async () => ({ orderId: 7 }))
    expect(await issuesOf(invoke(event))).toEqual([issue])
    lambda.on('Invoke').resolves({ Payload: { orderId: 7 } })
    expect(await issuesOf(invoke(event))).toEqual([issue])
  })

  it('lets nobody answer with what the contract does not promise', async () => {
    lambda.function('orders-create').honours(createOrder).returns({ orderId: 'o-1', total: 3 })
    expect(await issuesOf(invoke(event))).toEqual(['response $.total is not in the contract, got 3 (number)'])
  })

  it('lets a function fail with the errors of the contract only', async () => {
    const fn = lambda.function('orders-create').honours(createOrder)
    fn.throws(Object.assign(new Error('gone'), { name: 'OutOfStock' }))
    expect((await invoke(event)).result).toMatchObject({ errorType: 'OutOfStock', errorMessage: 'gone' })
    fn.throws(new TypeError('x is undefined'))
    expect(await issuesOf(invoke(event))).toEqual([
      'error $ expected a response or one of the errors OutOfStock, got the error TypeError: x is undefined',
    ])
  })

  it('leaves to Lambda what is Lambda’s: time-outs, crashes, throttles', async () => {
    const fn = lambda.function('orders-create').honours(createOrder)
    fn.timesOutOnce().exitsOnce()
    expect((await invoke(event)).result.errorType).toBe('Sandbox.Timedout')
    expect((await invoke(event)).result.errorType).toBe('Runtime.ExitError')
    lambda.on('Invoke').throttles()
    await expect(invoke(event)).rejects.toThrow('Rate Exceeded.')
    lambda.on('Invoke').drops('ECONNRESET')
    await expect(invoke(event)).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  it('checks a stream when it has been read to its end', async () => {
    const fn = lambda.function('orders-create').honours(createOrder)
    expect(await stream(event)).toBe('{"orderId":"o-1"}')
    fn.handler(
      streamify(async (_, response) => {
        response.write('{"orderId":')
        response.end('7}')
      }),
    )
    expect(await issuesOf(stream(event))).toEqual(['response $.orderId expected string, got 7 (number)'])
  })

  it('remembers what an asynchronous run breaks', async () => {
    lambda.function('orders-create').honours(createOrder).returns({ orderId: 7 })
    await invoke(event, { InvocationType: 'Event' })
    await lambda.settled()
    expect(() => lambda.verify()).toThrow('at $.orderId  expected string, got 7 (number)')
  })

  it('fails verify() even when the code under test swallows the breach, until a reset', async () => {
    lambda.function('orders-create').honours(createOrder)
    await invoke({ sku: 7, qty: 1 }).catch(() => undefined)
    expect(() => lambda.verify()).toThrow(
      [
        "  - Contract 'checkout -> orders: orders-create' / event",
        '      at $.sku  expected string, got 7 (number)',
        '      event: {"qty":1,"sku":7}',
      ].join('\n'),
    )
    lambda.reset()
    lambda.verify()
  })

  it('may honour contracts of several consumers: an event belongs to one whose contract it keeps', async () => {
    const reorder = defineContract({
      function: 'orders-create',
      consumer: 'warehouse',
      provider: 'orders',
      event: z.object({ reorder: z.string() }),
      response: z.object({ accepted: z.boolean() }),
      examples: { reorder: { event: { reorder: 'o-1' }, response: { accepted: true } } },
    })
    const byKind = async (event: { reorder?: string }) => (event.reorder ? { accepted: true } : { orderId: 'o-1' })
    lambda.function('orders-create', byKind).honours(createOrder).honours(reorder)
    expect((await invoke(event)).result).toEqual({ orderId: 'o-1' })
    expect((await invoke({ reorder: 'o-1' })).result).toEqual({ accepted: true })
    expect(await issuesOf(invoke({ reorder: 7 }))).toHaveLength(4)
  })

  it('is held to it in its own region only', async () => {
    lambda.region('eu-west-1').function('orders-create').honours(createOrder)
    lambda.function('orders-create').returns('anything')
    expect((await invoke({ any: 'thing' })).result).toBe('anything')
  })

  it.each<[string, (fn: ReturnType<MockLambda['function']>) => unknown, string]>([
    [
      'what is no contract',
      (fn) => fn.honours({} as never),
      "lambda.function('orders-create').honours(contract) needs a contract that defineContract or readContract made, got {}.",
    ],
    ['a state that no example has', (fn) => fn.honours(createOrder, { given: 'no stok' }), "Did you mean 'no stock'?"],
    ['an unknown option', (fn) => fn.honours(createOrder, { state: 'x' } as never), "has no option 'state'"],
  ])('refuses %s', (_, honour, message) => {
    expect(() => honour(lambda.function('orders-create'))).toThrow(message)
  })

  it('refuses the contract of another function', () => {
    expect(() => lambda.function('orders-cancel').honours(createOrder)).toThrow(
      "lambda.function('orders-cancel').honours(contract) has the contract of another function: checkout -> orders: orders-create.",
    )
  })
})

describe('lambda.assert.honours', () => {
  it('fails while an example has not been exercised, and remembers over a reset', async () => {
    lambda.function('orders-create').honours(createOrder)
    await invoke(event)
    expect(() => lambda.assert.honours(createOrder)).toThrow(
      [
        'The contract checkout -> orders: orders-create has examples that no test exercised.',
        '',
        'Examples that no test exercised:',
        "  'none left' (given no stock)",
        '',
        'Seed: 1',
      ].join('\n'),
    )
    lambda.reset()
    lambda.function('orders-create').honours(createOrder, { given: 'no stock' })
    await invoke(event)
    lambda.assert.honours(createOrder)
    expect(() => lambda.assert.not.honours(createOrder)).toThrow('was honoured, and was expected not to be')
  })

  it('fails for every breach', async () => {
    lambda.function('orders-create').honours(createOrder)
    await invoke({ sku: 7, qty: 1 }).catch(() => undefined)
    expect(() => lambda.assert.honours(createOrder)).toThrow(
      /was broken\.\n\nContract '.*' \/ event\n {2}at \$\.sku {2}expected string/,
    )
    lambda.assert.not.honours(createOrder)
  })

  it('counts an example answered by a handler only if it is answered as the example says', async () => {
    lambda.function('orders-create', async () => ({ orderId: 'x' })).honours(createOrder)
    await invoke(event)
    expect(() => lambda.assert.honours(createOrder)).toThrow("'none left'")
  })

  it('refuses a contract that no function was held to', () => {
    expect(() => lambda.assert.honours(createOrder)).toThrow("Say lambda.function('orders-create').honours(contract) first.")
  })
})

describe('a payload that is nested in hundreds', () => {
  interface Tree {
    readonly a: number | Tree
  }
  const tree: z.ZodType<Tree> = z.object({ a: z.union([z.number(), z.lazy(() => tree)]) })
  const grow = defineContract({ function: 'grow', consumer: 'forest', provider: 'trees', event: tree })
  const send = (levels: number) => client.send(new InvokeCommand({ FunctionName: 'grow', Payload: nestedJson(levels) }))

  it('is checked 200 levels down', async () => {
    const handler = jest.fn(async () => 'ok')
    lambda.function('grow', handler).honours(grow)
    expect(await send(200)).toMatchObject({ StatusCode: 200 })
    expect(await issuesOf(send(201))).toEqual(['event $ is nested more than 200 levels deep, further than a contract is checked'])
    expect(handler).toHaveBeenCalledTimes(1)
  })

  it('breaks the contract further down, by name and with the event as far as it is shown', async () => {
    lambda.function('grow').returns('ok').honours(grow)
    const text = `Contract 'forest -> trees: grow' / event\n  at $  is nested more than 200 levels deep`
    await expect(send(20_000)).rejects.toThrow(text)
    await expect(send(20_000)).rejects.toThrow('event: {"a":{"a":{"a":')
    expect(() => lambda.assert.honours(grow)).toThrow(text)
  })

  it('breaks it as an answer too', async () => {
    const any = defineContract({ function: 'grow', consumer: 'forest', provider: 'trees', event: {}, response: {} })
    lambda.function('grow').returns(nested(2000)).honours(any)
    expect(await issuesOf(send(1))).toEqual([
      'response $ is nested more than 200 levels deep, further than a contract is checked',
    ])
  })
})
