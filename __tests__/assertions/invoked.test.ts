import { callEntry, invoke, throttle } from '../journal/callEntries'
import { doubleWith, failureOf } from './doubles'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

describe('toHaveInvoked', () => {
  it('counts every way to run a function, by every form of its name', () => {
    for (const entry of [
      invoke('orders', { id: 7 }),
      invoke('orders:live', { id: 7 }),
      invoke('arn:aws:lambda:us-east-1:123456789012:function:orders', { id: 7 }),
      invoke('orders', { id: 7 }, { input: { InvocationType: 'Event' } }),
      callEntry('InvokeAsync', { FunctionName: 'orders', InvokeArgs: bytes({ id: 7 }) }, { id: 7 }),
      callEntry('InvokeWithResponseStream', { FunctionName: 'orders', Payload: bytes({ id: 7 }) }, { id: 7 }),
    ]) {
      doubleWith([entry]).assert.invoked('orders')
      doubleWith([entry]).assert.invoked('orders', { id: 7 })
    }
  })

  it('does not count dry runs, nor other operations of the function', () => {
    const { assert } = doubleWith([
      invoke('orders', {}, { input: { InvocationType: 'DryRun' } }),
      callEntry('GetFunction', { FunctionName: 'orders' }),
    ])
    assert.not.invoked('orders')
  })

  it('counts a call that Lambda refused: the code under test did make it', () => {
    doubleWith([invoke('orders', { id: 7 }, { error: throttle })]).assert.invoked('orders', { id: 7 })
  })

  it('tells qualifiers and regions apart where the test names them', () => {
    const { assert } = doubleWith([invoke('orders', {}, { input: { Qualifier: 'live' }, region: 'eu-west-1' })])
    assert.invoked('orders:live')
    assert.not.invoked('orders:blue')
    assert.invoked('arn:aws:lambda:eu-west-1:123456789012:function:orders')
    assert.not.invoked('arn:aws:lambda:us-east-1:123456789012:function:orders')
  })

  it('tells an event undefined from no event asked for', () => {
    const { assert } = doubleWith([invoke('orders', { id: 7 })])
    assert.invoked('orders')
    expect(failureOf(() => assert.invoked('orders', undefined))).toMatchInlineSnapshot(`
      "orders was invoked once, but never with this event.

      Expected event:
        none

      Received:
        1. Invoke orders {"id":7}
           the event: expected it to be absent, received {"id":7}

      Seed: 42"
    `)
    doubleWith([invoke('orders')]).assert.invoked('orders', undefined)
  })

  it('shows the nearest calls and where they differ', () => {
    const { assert } = doubleWith([
      invoke('orders', { id: 9, note: 'far' }, { result: { ok: true } }),
      invoke('orders', { id: 7, items: [{ sku: 'a', qty: 1 }], at: '2024-05-01' }, { result: { ok: true } }),
      invoke('payments', { id: 7 }),
      invoke('orders', { id: 8, items: [{ sku: 'a', qty: 2 }, { sku: 'b' }] }, { invocationId: 'x', error: throttle }),
      invoke(
        'orders',
        { id: 8, items: [{ sku: 'a', qty: 2 }, { sku: 'b' }] },
        { invocationId: 'x', attempt: 2, error: throttle, hint: 'reserved concurrency of orders is 0' },
      ),
    ])
    expect(
      failureOf(() => assert.invoked('orders', { id: 7, items: [{ sku: 'a', qty: 2 }], at: expect.stringMatching(/^2026/) })),
    ).toMatchInlineSnapshot(`
      "orders was invoked 3 times, but never with this event.

      Expected event:
        {"id":7,"items":[{"sku":"a","qty":2}],"at":StringMatching /^2026/}

      Nearest of 3:
        2. Invoke orders {"id":7,"items":[{"sku":"a","qty":1}],"at":"2024-05-01"} -> {"ok":true}
           items[0].qty: expected 2, received 1
           at: expected StringMatching /^2026/, received "2024-05-01"
        3. Invoke orders {"id":8,"items":[{"sku":"a","qty":2},{"sku":"b"}]} -> TooManyRequestsException: Rate Exceeded. (2 attempts)
           id: expected 7, received 8
           items.length: expected 1, received 2
           at: expected StringMatching /^2026/, and it is missing
           Hint: reserved concurrency of orders is 0
        1. Invoke orders {"id":9,"note":"far"} -> {"ok":true}
           id: expected 7, received 9
           items: expected [{"sku":"a","qty":2}], and it is missing
           at: expected StringMatching /^2026/, and it is missing

      Seed: 42"
    `)
  })

  it('shows what was called instead, and a name that was meant', () => {
    const { assert } = doubleWith([
      invoke('orders', { id: 7 }),
      callEntry('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }),
    ])
    expect(failureOf(() => assert.invoked('ordres', { id: 7 }))).toMatchInlineSnapshot(`
      "ordres was never invoked.

      Expected event:
        {"id":7}

      The double has no function ordres. Did you mean orders?

      Received 2 calls:
        1. Invoke orders {"id":7}
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}

      Seed: 42"
    `)
    expect(failureOf(() => assert.invoked('payments'))).toMatchInlineSnapshot(`
      "payments was never invoked.

      Received 2 calls:
        1. Invoke orders {"id":7}
        2. CreateAlias orders {"Name":"live","FunctionVersion":"1"}

      Seed: 42"
    `)
    expect(failureOf(() => doubleWith([]).assert.invoked('orders'))).toMatchInlineSnapshot(`
      "orders was never invoked.

      No calls were received.

      Seed: 42"
    `)
  })

  it('shows the calls that match where there should be none', () => {
    const { assert } = doubleWith([invoke('payments', 1), invoke('orders', { id: 8 }), invoke('orders', { id: 7, ok: true })])
    expect(failureOf(() => assert.not.invoked('orders', { id: 7 }))).toMatchInlineSnapshot(`
      "orders was invoked once with this event, expected never.

      Event:
        {"id":7}

      The call:
        2. Invoke orders {"id":7,"ok":true}

      Seed: 42"
    `)
    expect(failureOf(() => assert.not.invoked('orders'))).toMatchInlineSnapshot(`
      "orders was invoked 2 times, expected never.

      The calls:
        1. Invoke orders {"id":8}
        2. Invoke orders {"id":7,"ok":true}

      Seed: 42"
    `)
  })

  it('says that entries were dropped, which it cannot count', () => {
    expect(failureOf(() => doubleWith([], { dropped: 12 }).assert.invoked('orders'))).toContain(
      'Older entries that were dropped (journalLimit) and are not counted: 12',
    )
  })

  it('fits a screen, whatever was called', () => {
    const calls = Array.from({ length: 200 }, (_, id) =>
      invoke('orders', { id, text: 'x'.repeat(5000), list: Array.from({ length: 50 }, () => id) }),
    )
    const { assert } = doubleWith(calls)
    const texts = [
      failureOf(() => assert.invoked('orders', { id: -1, text: 'y'.repeat(5000), list: Array.from({ length: 50 }, () => -1) })),
      failureOf(() => assert.not.invoked('orders')),
      failureOf(() => assert.invoked('payments')),
      failureOf(() => assert.receivedCommandTimes('Invoke', 3)),
    ]
    for (const text of texts) {
      expect(text.split('\n').length).toBeLessThanOrEqual(40)
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(160)
    }
  })

  it('shows where two long texts part', () => {
    const { assert } = doubleWith([invoke('orders', { text: `${'a'.repeat(300)}b${'c'.repeat(300)}` })])
    expect(failureOf(() => assert.invoked('orders', { text: `${'a'.repeat(300)}X${'c'.repeat(300)}` }))).toContain(
      `text: expected …"${'a'.repeat(12)}X${'c'.repeat(45)}…, received …"${'a'.repeat(12)}b${'c'.repeat(45)}…`,
    )
  })
})

describe('toHaveInvokedTimes', () => {
  const retried = [
    invoke('orders', { id: 1 }, { invocationId: 'a', error: throttle }),
    invoke('orders', { id: 1 }, { invocationId: 'a', attempt: 2, result: 'ok' }),
    invoke('orders', { id: 2 }),
  ]

  it('counts a call once, however often the SDK tried it', () => {
    doubleWith(retried).assert.invokedTimes('orders', 2)
    doubleWith(retried).assert.not.invokedTimes('orders', 3)
    doubleWith(retried).assert.invokedTimes('payments', 0)
  })

  it('shows the calls', () => {
    expect(failureOf(() => doubleWith(retried).assert.invokedTimes('orders', 1))).toMatchInlineSnapshot(`
      "orders was invoked 2 times, expected once.

      Calls:
        1. Invoke orders {"id":1} -> "ok" (2 attempts)
        2. Invoke orders {"id":2}

      Seed: 42"
    `)
    expect(failureOf(() => doubleWith(retried).assert.not.invokedTimes('orders', 2))).toMatch(
      /^orders was invoked 2 times, expected any other number\./,
    )
    expect(failureOf(() => doubleWith(retried).assert.invokedTimes('payments', 1))).toMatch(
      /^payments was never invoked, expected once\./,
    )
  })
})

describe('toHaveInvokedOnceWith', () => {
  it('wants one invocation in all, and with this event', () => {
    doubleWith([invoke('orders', { id: 7 }), invoke('payments', { id: 7 })]).assert.invokedOnceWith('orders', { id: 7 })
    doubleWith([invoke('orders', { id: 7 }), invoke('orders', { id: 8 })]).assert.not.invokedOnceWith('orders', { id: 7 })
    doubleWith([invoke('orders', { id: 8 })]).assert.not.invokedOnceWith('orders', { id: 7 })
    doubleWith([]).assert.not.invokedOnceWith('orders', { id: 7 })
  })

  it('says which of the two it was', () => {
    const two = [invoke('orders', { id: 7 }), invoke('orders', { id: 8 })]
    expect(failureOf(() => doubleWith(two).assert.invokedOnceWith('orders', { id: 7 }))).toMatchInlineSnapshot(`
      "orders was invoked 2 times, expected once and with this event.

      Expected event:
        {"id":7}

      Calls:
        1. Invoke orders {"id":7}
        2. Invoke orders {"id":8}

      Seed: 42"
    `)
    expect(failureOf(() => doubleWith(two.slice(1)).assert.invokedOnceWith('orders', { id: 7 }))).toMatchInlineSnapshot(`
      "orders was invoked once, but not with this event.

      Expected event:
        {"id":7}

      Received:
        1. Invoke orders {"id":8}
           id: expected 7, received 8

      Seed: 42"
    `)
    expect(failureOf(() => doubleWith([]).assert.invokedOnceWith('orders', { id: 7 }))).toMatch(
      /^orders was never invoked, expected once\./,
    )
    expect(failureOf(() => doubleWith(two.slice(1)).assert.not.invokedOnceWith('orders', { id: 8 }))).toMatchInlineSnapshot(`
      "orders was invoked once and with this event, expected otherwise.

      Event:
        {"id":8}

      The call:
        1. Invoke orders {"id":8}

      Seed: 42"
    `)
  })
})

describe('toHaveInvokedNthWith and toHaveInvokedLastWith', () => {
  const three = [
    invoke('orders', { id: 1 }),
    invoke('payments', { id: 9 }),
    invoke('orders', { id: 2 }),
    invoke('orders', { id: 3 }),
  ]

  it('count the invocations of this function alone, from 1', () => {
    const { assert } = doubleWith(three)
    assert.invokedNthWith(1, 'orders', { id: 1 })
    assert.invokedNthWith(2, 'orders', { id: 2 })
    assert.not.invokedNthWith(2, 'orders', { id: 1 })
    assert.not.invokedNthWith(4, 'orders', { id: 3 })
    assert.invokedLastWith('orders', { id: 3 })
    assert.not.invokedLastWith('orders', { id: 2 })
    assert.not.invokedLastWith('absent', {})
  })

  it('show the one that was meant, and which one carried the event', () => {
    const { assert } = doubleWith(three)
    expect(failureOf(() => assert.invokedNthWith(2, 'orders', { id: 3 }))).toMatchInlineSnapshot(`
      "Number 2 of 3 invocations of orders does not carry this event.

      Expected event:
        {"id":3}

      Received:
        2. Invoke orders {"id":2}
           id: expected 3, received 2

      Number 3 carries it.

      Seed: 42"
    `)
    expect(failureOf(() => assert.invokedNthWith(4, 'orders', { id: 3 }))).toMatchInlineSnapshot(`
      "orders was invoked 3 times: there is no number 4.

      Expected event:
        {"id":3}

      Calls:
        1. Invoke orders {"id":1}
        2. Invoke orders {"id":2}
        3. Invoke orders {"id":3}

      Seed: 42"
    `)
    expect(failureOf(() => assert.invokedLastWith('payments', { id: 3 }))).toMatchInlineSnapshot(`
      "The last of 1 invocation of payments does not carry this event.

      Expected event:
        {"id":3}

      Received:
        1. Invoke payments {"id":9}
           id: expected 3, received 9

      Seed: 42"
    `)
    expect(failureOf(() => assert.not.invokedLastWith('orders', { id: 3 }))).toMatchInlineSnapshot(`
      "The last of 3 invocations of orders carried this event, expected another.

      Event:
        {"id":3}

      The call:
        3. Invoke orders {"id":3}

      Seed: 42"
    `)
    expect(failureOf(() => assert.invokedLastWith('absent', {}))).toMatch(/^absent was never invoked\./)
  })
})

describe('arguments', () => {
  const assert = doubleWith([]).assert as any

  it.each([
    [() => assert.invoked(), 'toHaveInvoked(name, event?) takes 1 or 2 arguments, got 0.'],
    [() => assert.not.invoked('orders', {}, {}), 'toHaveInvoked(name, event?) takes 1 or 2 arguments, got 3.'],
    [
      () => assert.invoked(7),
      "toHaveInvoked(name, event?) needs the name of a function, such as 'orders' or 'orders:live', got 7.",
    ],
    [() => assert.invokedTimes('orders', 1.5), 'toHaveInvokedTimes(name, n) needs a whole number, 0 or more, got 1.5.'],
    [() => assert.invokedTimes('orders', -1), 'toHaveInvokedTimes(name, n) needs a whole number, 0 or more, got -1.'],
    [() => assert.invokedOnceWith('orders'), 'toHaveInvokedOnceWith(name, event) takes 2 arguments, got 1.'],
    [
      () => assert.not.invokedNthWith(0, 'orders', {}),
      'toHaveInvokedNthWith(n, name, event) counts from 1: n has to be a whole number, 1 or more, got 0.',
    ],
    [
      () => assert.invokedNthWith('orders', 1, {}),
      'toHaveInvokedNthWith(n, name, event) takes n, a number, as its first argument, got "orders".',
    ],
  ])('that are wrong are a UsageError, also under not', (run, message) => {
    expect(run).toThrow(expect.objectContaining({ name: 'UsageError' }))
    expect(failureOf(run)).toBe(message)
  })
})
