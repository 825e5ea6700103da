import { expect as expectOfJest } from '@jest/globals'
import { matchers } from '../src/matchers'
import { invoke } from './journal/callEntries'
import { doubleWith, failureOf } from './assertions/doubles'

expectOfJest.extend(matchers)

const lambda = doubleWith([invoke('orders', { id: 7 })])

describe('the matchers under the expect of a runner', () => {
  it('pass and fail as the plain form does, with the same text', () => {
    expectOfJest(lambda).toHaveInvoked('orders', { id: expectOfJest.any(Number) })
    expectOfJest(lambda).not.toHaveInvoked('payments')
    const text = failureOf(() => expectOfJest(lambda).toHaveInvoked('orders', { id: 8 }))
    expect(text).toBe(failureOf(() => lambda.assert.invoked('orders', { id: 8 })))
    expect(failureOf(() => expectOfJest(lambda).not.toHaveInvoked('orders'))).toBe(
      failureOf(() => lambda.assert.not.invoked('orders')),
    )
  })

  it('know an explicit undefined from an argument that was left out', () => {
    expectOfJest(lambda).toHaveInvoked('orders')
    expectOfJest(lambda).not.toHaveInvoked('orders', undefined)
  })

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['orders', '"orders"'],
    [[], 'an array'],
    [{}, 'another object'],
    [new Map(), 'Map {}'],
    [new (class LambdaClient {})(), 'an instance of LambdaClient'],
    [class LambdaClient {}, 'the function LambdaClient'],
    [() => undefined, 'a function'],
    [Object.create(null), 'another object'],
  ])('refuse %p, also under not', (received, described) => {
    const run = () => expectOfJest(received).not.toHaveInvoked('orders')
    expect(run).toThrow(expect.objectContaining({ name: 'UsageError' }))
    expect(failureOf(run)).toBe(`toHaveInvoked needs the object that mockLambda() returned, got ${described}.`)
  })

  it('accept a double from another copy of this package', () => {
    const symbol = Symbol.for('lambdouble.view')
    expectOfJest({
      [symbol]: () => ({ calls: [], invocations: [], deliveries: [], seed: 1, dropped: 0, functionNames: [] }),
    }).not.toHaveReceivedAnyCommand()
  })
})
