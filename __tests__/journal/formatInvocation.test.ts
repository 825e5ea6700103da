import { formatInvocation } from '../../src/journal/formatInvocation'
import type { Invocation } from '../../src/runtime/invocation'

const run = (parts: Partial<Invocation>): Invocation => ({
  functionName: 'orders',
  qualifier: undefined,
  version: '$LATEST',
  event: { id: 7 },
  context: {},
  result: undefined,
  error: undefined,
  logs: [],
  type: 'RequestResponse',
  attempt: 1,
  requestId: 'canary',
  hint: undefined,
  at: 1,
  duration: 1,
  ...parts,
})

describe('a run on one line', () => {
  it('shows the function, the event and the result', () => {
    expect(formatInvocation(run({ result: { ok: true } }))).toBe('orders {"id":7} -> {"ok":true}')
    expect(formatInvocation(run({ event: undefined }))).toBe('orders with no event')
  })

  it('shows the version that ran where the caller named an alias', () => {
    expect(formatInvocation(run({ qualifier: 'live', version: '3' }))).toBe('orders:live (version 3) {"id":7}')
    expect(formatInvocation(run({ qualifier: '3', version: '3' }))).toBe('orders:3 {"id":7}')
  })

  it('shows the error without its trace, and which attempt of an event it was', () => {
    const error = { errorType: 'OutOfStock', errorMessage: 'none left', trace: ['at /here:1'] }
    expect(formatInvocation(run({ error, type: 'Event', attempt: 2 }))).toBe(
      'orders {"id":7} -> OutOfStock: none left (asynchronous, attempt 2)',
    )
    expect(formatInvocation(run({ error: {} }))).toBe('orders {"id":7} -> failed')
  })

  it('keeps credentials to itself and is cut where it gets too long', () => {
    expect(formatInvocation(run({ event: { authorization: 'canary' } }))).toBe('orders {"authorization":***}')
    expect(formatInvocation(run({ event: 'x'.repeat(500), result: 'y'.repeat(500) }), 50)).toHaveLength(50)
  })
})
