import { InvokeCommand } from '@aws-sdk/client-lambda'
import { callEntry, invoke, throttle } from '../journal/callEntries'
import { doubleWith, failureOf } from './doubles'

const attempts = [
  invoke('orders', { id: 1 }, { invocationId: 'a', error: throttle }),
  invoke('orders', { id: 1 }, { invocationId: 'a', attempt: 2, error: throttle }),
  invoke('orders', { id: 1 }, { invocationId: 'a', attempt: 3, result: 'ok' }),
  invoke('orders', { id: 2 }, { invocationId: 'b', error: { name: 'ServiceException', message: 'Service error.', status: 500 } }),
  invoke('orders', { id: 2 }, { invocationId: 'b', attempt: 2 }),
  callEntry('GetFunction', { FunctionName: 'orders' }, undefined, { error: throttle }),
]

describe('toHaveBeenThrottled', () => {
  it('counts attempts of any operation that were answered with TooManyRequestsException', () => {
    const { assert } = doubleWith(attempts)
    assert.throttled()
    assert.throttled(3)
    assert.not.throttled(2)
    doubleWith(attempts.slice(2, 5)).assert.not.throttled()
    doubleWith([]).assert.throttled(0)
  })

  it('shows them', () => {
    expect(failureOf(() => doubleWith(attempts).assert.throttled(1))).toMatchInlineSnapshot(`
      "Attempts that were throttled (TooManyRequestsException): 3, expected 1.

      Throttled:
        Invoke orders {"id":1} -> TooManyRequestsException: Rate Exceeded.
        Invoke orders {"id":1} -> TooManyRequestsException: Rate Exceeded. (attempt 2)
        GetFunction orders -> TooManyRequestsException: Rate Exceeded.

      Seed: 42"
    `)
    expect(failureOf(() => doubleWith(attempts.slice(2, 3)).assert.throttled())).toMatchInlineSnapshot(`
      "Attempts that were throttled (TooManyRequestsException): 0, expected at least 1.

      Received:
        Invoke orders {"id":1} -> "ok" (attempt 3)

      Seed: 42"
    `)
    expect(failureOf(() => doubleWith(attempts).assert.not.throttled())).toMatch(
      /^Attempts that were throttled \(TooManyRequestsException\): 3, expected none\./,
    )
  })

  it('refuses what is no number of times', () => {
    expect(failureOf(() => doubleWith([]).assert.throttled('twice' as any))).toBe(
      'toHaveBeenThrottled(times?) needs a whole number, 0 or more, got "twice".',
    )
    expect(failureOf(() => (doubleWith([]).assert as any).throttled(1, 2))).toBe(
      'toHaveBeenThrottled(times?) takes 0 or 1 argument, got 2.',
    )
  })
})

describe('toHaveRetried', () => {
  it('counts the attempts of an operation beyond the first of each call', () => {
    const { assert } = doubleWith(attempts)
    assert.retried('Invoke')
    assert.retried(InvokeCommand, 3)
    assert.not.retried('Invoke', 2)
    assert.not.retried('GetFunction')
    assert.retried('GetFunction', 0)
  })

  it('shows the attempts', () => {
    expect(failureOf(() => doubleWith(attempts).assert.retried('Invoke', 1))).toMatchInlineSnapshot(`
      "Invoke was retried 3 times, expected once.

      Attempts:
        Invoke orders {"id":1} -> TooManyRequestsException: Rate Exceeded.
        Invoke orders {"id":1} -> TooManyRequestsException: Rate Exceeded. (attempt 2)
        Invoke orders {"id":1} -> "ok" (attempt 3)
        Invoke orders {"id":2} -> ServiceException: Service error.
        Invoke orders {"id":2} (attempt 2)

      Seed: 42"
    `)
    expect(failureOf(() => doubleWith(attempts).assert.retried('GetFunction'))).toMatch(
      /^GetFunction was never retried, expected at least once\./,
    )
    expect(failureOf(() => doubleWith(attempts).assert.not.retried('Invoke'))).toMatch(
      /^Invoke was retried 3 times, expected never\./,
    )
  })

  it('refuses an operation that AWS does not have', () => {
    expect(failureOf(() => doubleWith([]).assert.not.retried('Invok' as any))).toBe(
      `toHaveRetried(operation, times?): "Invok" is no operation of the Lambda API. Did you mean 'Invoke'?`,
    )
  })
})
