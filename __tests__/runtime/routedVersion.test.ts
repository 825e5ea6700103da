import { createRandom } from '../../src/clock/random'
import { routedVersion } from '../../src/runtime/routedVersion'
import type { FunctionRecord } from '../../src/state/functionRecord'
import { createApi } from '../support/api'

/** orders with versions 1 and 2, and the alias live on version 1 with these weights. */
async function orders(AdditionalVersionWeights: Record<string, number>): Promise<FunctionRecord> {
  const api = createApi()
  await api.createFunction('orders', { Publish: true })
  await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Description: 'two' })
  await api.call('PublishVersion', { FunctionName: 'orders' })
  const RoutingConfig = { AdditionalVersionWeights }
  await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1', RoutingConfig })
  return api.region.functions.get('orders')!
}

const never = () => {
  throw new Error('Nothing was to be drawn')
}

describe('routedVersion', () => {
  it('draws nothing without weights', async () => {
    const fn = await orders({})
    expect(routedVersion(fn, undefined, never)).toBe(fn.latest)
    expect(routedVersion(fn, '$LATEST', never)).toBe(fn.latest)
    expect(routedVersion(fn, '2', never)).toBe(fn.versions.get('2'))
    expect(routedVersion(fn, 'live', never)).toBe(fn.versions.get('1'))
  })

  it('knows nothing of an unknown version or alias', async () => {
    const fn = await orders({})
    expect(routedVersion(fn, '9', never)).toBeUndefined()
    expect(routedVersion(fn, 'other', never)).toBeUndefined()
  })

  it.each([
    [0.2, 0.1999, '2'],
    [0.2, 0.2, '1'],
    [0, 0, '1'],
    [1, 0.9999, '2'],
  ])('gives a second version of weight %p the draws below it: %p leads to version %s', async (weight, drawn, version) => {
    const fn = await orders({ '2': weight })
    expect(routedVersion(fn, 'live', () => drawn)?.version).toBe(version)
  })

  it('comes close to the weight over many draws', async () => {
    const fn = await orders({ '2': 0.2 })
    const random = createRandom(7)
    const draws = Array.from({ length: 2_000 }, () => routedVersion(fn, 'live', random)!.version)
    const share = draws.filter((version) => version === '2').length / draws.length
    expect(share).toBeGreaterThan(0.17)
    expect(share).toBeLessThan(0.23)
  })

  it('is what Invoke goes by, and ExecutedVersion says which it was', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    const fn = api.region.functions.get('orders')!
    fn.latest.body = { once: [], always: { kind: 'returns', value: 'two' } }
    await api.call('PublishVersion', { FunctionName: 'orders' })
    fn.versions.get('1')!.body = { once: [], always: { kind: 'returns', value: 'one' } }
    const RoutingConfig = { AdditionalVersionWeights: { '2': 0.5 } }
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1', RoutingConfig })
    const seen = new Set<string>()
    for (let call = 0; call < 20; call++) {
      const { ExecutedVersion, Payload } = await api.call('Invoke', { FunctionName: 'orders:live' })
      seen.add(`${ExecutedVersion} ${Buffer.from(Payload!).toString()}`)
    }
    expect([...seen].sort()).toEqual(['1 "one"', '2 "two"'])
  })
})
