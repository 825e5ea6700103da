import { isInvocation, logicalCalls } from '../../src/journal/logicalCalls'
import { callEntry, invoke, throttle } from './callEntries'

describe('calls', () => {
  it('take the attempts of one send together, by the invocation id of the SDK', () => {
    const entries = [
      invoke('orders', { id: 1 }, { invocationId: 'a', error: throttle }),
      invoke('payments', { id: 2 }, { invocationId: 'b' }),
      invoke('orders', { id: 1 }, { invocationId: 'a', attempt: 2 }),
    ]
    const calls = logicalCalls(entries)
    expect(calls.map(({ first, last, attempts }) => [entries.indexOf(first), entries.indexOf(last), attempts])).toEqual([
      [0, 2, 2],
      [1, 1, 1],
    ])
  })

  it('count each request without an invocation id for itself', () => {
    expect(logicalCalls([invoke('orders'), invoke('orders')])).toHaveLength(2)
  })

  it('leave out what is no operation of Lambda', () => {
    expect(logicalCalls([callEntry(undefined, {})])).toEqual([])
  })

  it('are invocations in all three ways that Lambda has, unless they are dry runs', () => {
    const kinds = logicalCalls([
      invoke('orders'),
      invoke('orders', undefined, { input: { InvocationType: 'Event' } }),
      invoke('orders', undefined, { input: { InvocationType: 'DryRun' } }),
      callEntry('InvokeAsync', { FunctionName: 'orders' }),
      callEntry('InvokeWithResponseStream', { FunctionName: 'orders' }),
      callEntry('InvokeWithResponseStream', { FunctionName: 'orders', InvocationType: 'DryRun' }),
      callEntry('GetFunction', { FunctionName: 'orders' }),
    ]).map(isInvocation)
    expect(kinds).toEqual([true, true, false, true, true, false, false])
  })
})
