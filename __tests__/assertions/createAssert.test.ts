import { createAssert } from '../../src/assertions/createAssert'
import { matcherNames } from '../../src/assertions/matcherTable'
import { invoke } from '../journal/callEntries'
import { doubleWith } from './doubles'

function thrownBy(run: () => void): Error & { code?: unknown } {
  try {
    run()
  } catch (error) {
    return error as Error
  }
  throw new Error('It did not throw.')
}

describe('the plain form of the matchers', () => {
  it('has every matcher, without toHave', () => {
    const { not, ...plain } = doubleWith([]).assert
    expect(Object.keys(plain)).toHaveLength(matcherNames.length)
    expect(Object.keys(not)).toEqual(Object.keys(plain))
    expect(Object.keys(plain)).toEqual(
      expect.arrayContaining(['invoked', 'invokedNthWith', 'throttled', 'retried', 'receivedCommandWith']),
    )
  })

  it('throws an AssertionError that points at the line of the test', () => {
    const error = thrownBy(() => doubleWith([]).assert.invoked('orders'))
    expect([error.name, error.code]).toEqual(['AssertionError', 'ERR_ASSERTION'])
    expect(error.stack).toMatch(/^AssertionError: orders was never invoked\./)
    expect(error.stack?.split('\n').find((line) => line.trim().startsWith('at '))).toContain('createAssert.test.ts')
    expect(Object.keys(error)).toEqual(['code'])
  })

  it('looks when it is called, not when it is made', () => {
    let calls = [invoke('orders')]
    const honoured = () => ({ breaches: [], unexercised: [] })
    const nothing = {
      invocations: [],
      deliveries: [],
      sources: [],
      seed: 1,
      dropped: 0,
      functionNames: [],
      apiUse: new Map(),
      honoured,
    }
    const assert = createAssert(() => ({ ...nothing, calls }))
    assert.invokedTimes('orders', 1)
    calls = []
    assert.invokedTimes('orders', 0)
  })

  it('may be taken apart', () => {
    const { invoked, not } = doubleWith([invoke('orders')]).assert
    invoked('orders')
    not.invoked('payments')
  })
})
