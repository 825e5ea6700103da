import { InvokeCommand, InvokeWithResponseStreamCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { mockLambda, streamify, type MockLambda } from '../../src'

let lambda: MockLambda
const open = (options = {}) => (lambda = mockLambda({ seed: 1, ...options }))
afterEach(() => lambda.restore())

const send = (FunctionName: string, more = {}) => lambda.client().send(new InvokeCommand({ FunctionName, ...more }))

describe('the journal', () => {
  it('has what was sent, whatever becomes of it afterwards', async () => {
    open()
    const seen: { event?: { id: number; more?: boolean } } = {}
    lambda.function('orders', async (event) => {
      seen.event = event
      return event
    })
    const Payload = Buffer.from('{"id":7}')
    const input = { FunctionName: 'orders', Payload }
    const answer = await lambda.client().send(new InvokeCommand(input))
    Payload.fill(0)
    input.FunctionName = 'mails'
    answer.Payload!.fill(0)
    seen.event!.more = true
    const [call] = lambda.calls('Invoke')
    expect(call).toMatchObject({ input: { FunctionName: 'orders' }, payload: { id: 7 } })
    expect(call!.args[0].input).toBe(call!.input)
    expect(Buffer.from(call!.request.body).toString()).toBe('{"id":7}')
    expect(Buffer.from((call!.response as { body: Uint8Array }).body).toString()).toBe('{"id":7}')
    expect(lambda.invocations()[0]).toMatchObject({ event: { id: 7 }, result: { id: 7 } })
    expect(lambda.invocations()[0]!.event).not.toHaveProperty('more')
  })

  it('tells regions apart when a function is named by its ARN, as matchers do', async () => {
    open()
    for (const region of ['us-east-1', 'eu-west-1']) lambda.region(region).function('orders').returns('ok')
    await send('orders')
    const named = (region: string) => `arn:aws:lambda:${region}:123456789012:function:orders`
    expect(lambda.calls('Invoke', { FunctionName: named('us-east-1') })).toHaveLength(1)
    expect(lambda.calls('Invoke', { FunctionName: named('eu-west-1') })).toEqual([])
  })

  it('finds runs by every form of a name, as calls', async () => {
    open()
    for (const region of ['us-east-1', 'eu-west-1'])
      lambda.region(region).function('orders').returns('ok').version().alias('live', 1)
    for (const name of ['orders', 'orders:live', '123456789012:function:orders']) await send(name)
    const runs = (name?: string) => lambda.invocations(name).length
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
    expect([runs(), runs('orders'), runs(arn), runs('123456789012:function:orders')]).toEqual([3, 3, 3, 3])
    expect([runs('orders:live'), runs(`${arn}:live`)]).toEqual([1, 1])
    expect([runs('order'), runs('orders:other'), runs(arn.replace('us-east-1', 'eu-west-1'))]).toEqual([0, 0, 0])
    expect(() => lambda.invocations(7 as never)).toThrow('lambda.invocations(name) needs a function as a text')
  })

  it('is not asked for members that AWS does not have', () => {
    open()
    // @ts-expect-error -- the name is misspelled
    expect(() => lambda.calls('Invoke', { FunctionNam: 'orders' })).toThrow('Did you mean FunctionName?')
    // @ts-expect-error -- the name is misspelled
    expect(() => lambda.calls(InvokeCommand, { FunctionNam: 'orders' })).toThrow('Did you mean FunctionName?')
  })

  it('has what a rule answered with, whatever the test does with it afterwards', async () => {
    open()
    const output = { StatusCode: 200, FunctionError: 'Unhandled' }
    lambda.on('Invoke').callsFake(() => output)
    await send('orders')
    output.FunctionError = 'later'
    expect(lambda.calls()[0]!.output).toMatchObject({ FunctionError: 'Unhandled' })
  })

  it('has an entry for each attempt, which belong together, with what would have been slept in between', async () => {
    open()
    lambda.function('orders').returns(1)
    lambda.on('Invoke').throttles().times(2)
    await Promise.all([send('orders'), send('orders')].map((sent) => sent.catch(() => undefined)))
    const entries = lambda.calls('Invoke')
    const ids = [...new Set(entries.map(({ invocationId }) => invocationId))]
    expect(ids).toHaveLength(2)
    for (const id of ids) {
      const attempts = entries.filter(({ invocationId }) => invocationId === id)
      expect(attempts.map(({ attempt }) => attempt)).toEqual(attempts.map((_, index) => index + 1))
      expect(attempts.map(({ retryDelay }) => typeof retryDelay)).toEqual(
        attempts.map((_, index) => (index === 0 ? 'undefined' : 'number')),
      )
    }
  })

  it('keeps of a streamed answer what has been sent, and leaves it to the caller', async () => {
    open()
    lambda.function('orders', streamify(async (_, stream) => {
      stream.write('one ')
      stream.write('two')
      stream.end()
    })) // prettier-ignore
    const { EventStream } = await lambda.client().send(new InvokeWithResponseStreamCommand({ FunctionName: 'orders' }))
    const [call] = lambda.calls()
    let text = ''
    for await (const { PayloadChunk } of EventStream!) text += Buffer.from(PayloadChunk?.Payload ?? []).toString()
    expect(text).toBe('one two')
    expect(Buffer.from((call!.response as { body: Uint8Array }).body).toString()).toContain('one ')
    expect(call!.output!.EventStream).toBeUndefined()
  })

  it('keeps no more than the beginning of a long one', async () => {
    open()
    lambda.function('orders').streams(Array.from({ length: 20 }, () => Buffer.alloc(10_000, 'x')))
    const { EventStream } = await lambda.client().send(new InvokeWithResponseStreamCommand({ FunctionName: 'orders' }))
    let size = 0
    for await (const { PayloadChunk } of EventStream!) size += PayloadChunk?.Payload?.byteLength ?? 0
    expect(size).toBe(200_000)
    expect((lambda.calls()[0]!.response as { body: Uint8Array }).body).toHaveLength(65_536)
  })

  it('drops the oldest entries, counts them, and says so where it matters', async () => {
    open({ journalLimit: 2 })
    lambda.on('Invoke', { FunctionName: 'mails' }).throttles().once()
    for (const name of ['a', 'b', 'c', 'd']) await send(name).catch(() => undefined)
    expect(lambda.calls().map(({ input }) => input.FunctionName)).toEqual(['c', 'd'])
    expect(lambda.dropped()).toBe(2)
    expect(() => lambda.assert.invoked('a')).toThrow(/dropped \(journalLimit\).*: 2/)
    expect(() => lambda.verify()).toThrow(/dropped \(journalLimit\).*: 2/)
    lambda.reset()
    expect(lambda.dropped()).toBe(0)
  })

  it('does not forget to complain of what it has dropped', async () => {
    open({ journalLimit: 0, strict: true })
    await send('orders').catch(() => undefined)
    expect(lambda.calls()).toEqual([])
    expect(() => lambda.verify()).toThrow('Function not found: arn:aws:lambda:us-east-1:123456789012:function:orders')
  })
})

describe('lambda.verify', () => {
  it('says which call came nearest to a rule that was not used, and in what it differed', async () => {
    open()
    lambda.function('orders').returns(1)
    lambda
      .on('Invoke', { FunctionName: 'orders', Payload: { id: 7, item: 'pen' } })
      .throttles()
      .once()
    await send('mails', { Payload: '{"id":7}' }).catch(() => undefined)
    await send('orders', { Payload: '{"id":8,"item":"pen"}' })
    await lambda.client().send(new ListFunctionsCommand({}))
    expect(() => lambda.verify()).toThrow(
      [
        `  - lambda.on('Invoke', {"FunctionName":"orders","Payload":{"id":7,"item":"pen"}}).throttles().times(1) happened 0 times.`,
        `      Nearest of 2 calls: Invoke orders {"id":8,"item":"pen"} -> 1`,
        `        Payload.id: expected 7, received 8`,
      ].join('\n'),
    )
  })

  it('names no call for a rule that was used in part', async () => {
    open()
    lambda.function('orders').returns(1)
    lambda.on('Invoke', { FunctionName: 'orders' }).throttles().times(5)
    await lambda.client({ maxAttempts: 1 }).send(new InvokeCommand({ FunctionName: 'orders' })).catch(() => undefined) // prettier-ignore
    expect(() => lambda.verify()).toThrow(/times\(5\) happened once\.\n\nseed: 1/)
  })

  it('remembers what was no operation, and what there is at that place', async () => {
    open()
    const request = { query: '', headers: {}, body: new Uint8Array() }
    for (const [method, path] of [
      ['PATCH', '/2015-03-31/functions'],
      ['POST', '/nowhere'],
    ] as const)
      // prettier-ignore
      await lambda.exchange({ ...request, method, path }).catch(() => undefined)
    expect(() => lambda.verify()).toThrow(
      [
        '  - PATCH /2015-03-31/functions is no operation of the Lambda API.',
        '      GET there is ListFunctions, POST there is CreateFunction.',
        '  - POST /nowhere is no operation of the Lambda API.',
      ].join('\n'),
    )
  })

  it('tells of a predicate of the test that threw, although the code under test swallowed that', async () => {
    open()
    lambda.function('orders').returns(1)
    lambda.on('Invoke', { Payload: (order: any) => order.items.length > 1 }).throttles()
    await send('orders', { Payload: '{"id":7}' }).catch(() => undefined)
    expect(() => lambda.verify()).toThrow(
      [
        "  - The predicate Payload at Payload threw TypeError: Cannot read properties of undefined (reading 'length')",
        '      The call: Invoke orders {"id":7}',
      ].join('\n'),
    )
    lambda.reset()
    expect(() => lambda.verify()).not.toThrow()
  })

  it('tells of a predicate that answered with a promise', async () => {
    open()
    lambda.on('Invoke', { FunctionName: (async () => true) as never }).throttles()
    await send('orders').catch(() => undefined)
    expect(() => lambda.verify()).toThrow('The predicate FunctionName at FunctionName answered with a promise')
  })

  it('under strict, says which function or rule may have been meant', async () => {
    open({ strict: true })
    lambda.function('orders').returns(1)
    lambda.on('Invoke', { FunctionName: 'ordres', InvocationType: 'Event' }).throttles()
    await send('ordres').catch(() => undefined)
    expect(() => lambda.verify()).toThrow(
      /Did you mean 'orders'\?\n {6}Nearest rule: lambda\.on\('Invoke'.*\n {8}InvocationType: expected "Event", and it is missing/,
    )
  })

  it('shows twenty complaints, and the number of the others', async () => {
    open({ strict: true })
    for (let index = 0; index < 25; index++) await send(`f${index}`).catch(() => undefined)
    const error = (() => {
      try {
        return lambda.verify()
      } catch (error) {
        return error as Error
      }
    })()
    expect(error!.message.match(/ - /g)).toHaveLength(20)
    expect(error!.message).toContain('… and 5 more')
  })
})
