import { expect as expectOfJest } from '@jest/globals'
import { mockLambda } from '../../src'
import type { Assert } from '../../src/assertions/createAssert'
import { matchers } from '../../src/matchers'
import { callEntry, invoke } from '../journal/callEntries'
import { doubleWith, failureOf } from './doubles'

expectOfJest.extend(matchers)

const misspelled: readonly (readonly [string, (assert: Assert) => void])[] = [
  ['not.invoked', (assert) => assert.not.invoked('ordres')],
  ['not.invoked with a qualifier', (assert) => assert.not.invoked('ordres:live', { id: 7 })],
  ['not.invokedTimes', (assert) => assert.not.invokedTimes('ordres', 2)],
  ['invokedTimes 0', (assert) => assert.invokedTimes('ordres', 0)],
  ['not.invokedOnceWith', (assert) => assert.not.invokedOnceWith('ordres', {})],
  ['not.invokedNthWith', (assert) => assert.not.invokedNthWith(1, 'ordres', {})],
  ['not.invokedLastWith', (assert) => assert.not.invokedLastWith('ordres', {})],
]

describe('an assertion that holds since its function is misspelled', () => {
  it.each(misspelled)('fails: %s', (_, run) => {
    expect(failureOf(() => run(doubleWith([invoke('orders', { id: 7 })]).assert))).toBe(
      [
        "There is no function 'ordres', so nothing is said of it. Did you mean 'orders'?",
        '',
        "If there are two, let the double have both: lambda.function('ordres')",
        '',
        'Received:',
        '  1. Invoke orders {"id":7}',
        '',
        'Seed: 42',
      ].join('\n'),
    )
  })

  it('fails under the expect of a runner as well', () => {
    const lambda = doubleWith([])
    const text = failureOf(() => lambda.assert.not.invoked('ordres'))
    expect(text).toContain("Did you mean 'orders'?")
    expect(failureOf(() => expectOfJest(lambda).not.toHaveInvoked('ordres'))).toBe(text)
    expect(failureOf(() => expectOfJest(lambda).toHaveInvokedTimes('ordres', 0))).toBe(text)
    expect(failureOf(() => expectOfJest(lambda).toHaveInvoked('ordres'))).toMatch(/^ordres was never invoked\./)
  })
})

describe('an assertion that holds is left alone', () => {
  it.each(['order', 'order-2', 'refunds', 'payment', 'orders-v2', 'arn:aws:lambda:eu-west-1:123456789012:function:ordres'])(
    'where %s may be a function of its own',
    (name) => {
      doubleWith([]).assert.not.invoked(name)
      doubleWith([]).assert.invokedTimes(name, 0)
    },
  )

  it('where Lambda was told of the function', () => {
    const deleted = callEntry('DeleteFunction', { FunctionName: 'ordres' })
    doubleWith([deleted]).assert.not.invoked('ordres')
    doubleWith([invoke('ordres', { id: 8 })]).assert.not.invoked('ordres', { id: 7 })
  })

  it('where calls had to make room, and one may have been to it', () => {
    doubleWith([], { dropped: 1 }).assert.not.invoked('ordres')
  })

  it('where the double has the function', () => {
    const lambda = mockLambda({ clients: [] })
    try {
      lambda.function('orders')
      expect(() => lambda.assert.not.invoked('ordres')).toThrow("Did you mean 'orders'?")
      lambda.function('ordres')
      lambda.assert.not.invoked('ordres')
    } finally {
      lambda.restore()
    }
  })
})
