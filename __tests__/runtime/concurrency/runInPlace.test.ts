import { runInPlace } from '../../../src/runtime/concurrency/runInPlace'
import { newRegionState } from '../../../src/state/regionState'
import { newFunction } from '../../support/functions'
import { newRequest, newRuntimeHouse } from '../../support/runtime'

function setup(body: Parameters<typeof newFunction>[2]) {
  const house = newRuntimeHouse()
  const region = newRegionState('123456789012', 'us-east-1')
  const fn = newFunction(region, 'orders', body, { reservedConcurrency: 1 })
  const request = newRequest(fn.latest, {}, { region, fn })
  return { run: (more = {}) => runInPlace({ ...request, ...more }, house) }
}

describe('a run', () => {
  it('holds its place until it has ended', async () => {
    let open!: () => void
    const opened = new Promise<void>((resolve) => (open = resolve))
    const { run } = setup(() => opened)
    const first = run()
    await expect(run()).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      status: 429,
      message: 'Rate Exceeded.',
      members: { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' },
    })
    open()
    await first
    expect((await run()).functionError).toBeUndefined()
  })

  it.each([
    ['throws', { always: { kind: 'throws' as const, error: new Error('no') } }],
    ['times out', { always: { kind: 'timesOut' as const } }],
    ['exits', { always: { kind: 'exits' as const, code: 1 } }],
    ['has no handler', {}],
  ])('gives it back when the function %s', async (_, body) => {
    const { run } = setup(body)
    for (let again = 0; again < 3; again++) expect((await run()).functionError).toBe('Unhandled')
  })

  it('gives it back when the event is no JSON', async () => {
    const { run } = setup({ always: { kind: 'returns', value: 1 } })
    await expect(run({ payload: new TextEncoder().encode('{') })).rejects.toThrow(/^Could not parse/)
    await expect(run()).resolves.toMatchObject({ functionError: undefined })
  })
})
