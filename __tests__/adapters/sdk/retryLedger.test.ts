import { createRetryLedger } from '../../../src/adapters/sdk/retryLedger'

describe('createRetryLedger', () => {
  it('knows the call of an error by the error or by its response', () => {
    const ledger = createRetryLedger()
    const [error, $response] = [new Error(), {}]
    ledger.failed(error, 'one')
    ledger.failed($response, 'two')
    ledger.slept(error, 10)
    ledger.slept(Object.assign(new Error(), { $response }), 20)
    expect([ledger.takeDelay('one'), ledger.takeDelay('two')]).toEqual([10, 20])
    expect(ledger.takeDelay('one')).toBe(undefined)
  })

  it('adds up sleeps before the same attempt', () => {
    const ledger = createRetryLedger()
    const error = new Error()
    ledger.failed(error, 'one')
    ledger.slept(error, 10)
    ledger.slept(error, 5)
    expect(ledger.takeDelay('one')).toBe(15)
  })

  it('passes over what belongs to no call', () => {
    const ledger = createRetryLedger()
    ledger.failed('no object', 'one')
    ledger.failed(new Error(), undefined)
    for (const error of [new Error(), 'no object', undefined]) ledger.slept(error, 10)
    expect([ledger.takeDelay('one'), ledger.takeDelay(undefined)]).toEqual([undefined, undefined])
  })

  it('does not grow by calls that were aborted while they slept', () => {
    const ledger = createRetryLedger()
    for (let call = 0; call <= 1_000; call++) {
      const error = new Error()
      ledger.failed(error, String(call))
      ledger.slept(error, 10)
    }
    expect([ledger.takeDelay('0'), ledger.takeDelay('1'), ledger.takeDelay('1000')]).toEqual([undefined, 10, 10])
  })

  it('remembers what must not be retried', () => {
    const ledger = createRetryLedger()
    const error = new Error()
    ledger.refuse(error)
    ledger.refuse('no object')
    expect([ledger.isRefused(error), ledger.isRefused(new Error()), ledger.isRefused('no object')]).toEqual([true, false, false])
  })
})
