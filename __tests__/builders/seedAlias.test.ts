import type { AliasTarget } from '../../src/builders/seedAlias'
import { buildFunction } from '../../src/builders/buildFunction'
import { createApi } from '../support/api'

/** orders with versions 1 and 2. */
function setup() {
  const api = createApi()
  const orders = buildFunction(api.house.seedOf('us-east-1'), 'orders').version().version()
  const get = () => api.call('GetAlias', { FunctionName: 'orders', Name: 'live' })
  return { api, orders, get }
}

describe('alias', () => {
  it.each([
    [1, '1'],
    ['2', '2'],
    ['$LATEST', '$LATEST'],
    [{ version: 2 }, '2'],
  ])('points to a version: %p', async (target, FunctionVersion) => {
    const { orders, get } = setup()
    expect(orders.alias('live', target)).toBe(orders)
    const alias = await get()
    expect(alias).toMatchObject({ Name: 'live', FunctionVersion })
    expect(alias.RoutingConfig).toBeUndefined()
  })

  it('shares the traffic with a second version', async () => {
    const { orders, get } = setup()
    orders.alias('live', { version: 1, weights: { 2: 0.1 } })
    expect(await get()).toMatchObject({ FunctionVersion: '1', RoutingConfig: { AdditionalVersionWeights: { '2': 0.1 } } })
  })

  it('points an alias elsewhere that is there already, with all its traffic', async () => {
    const { orders, get } = setup()
    orders.alias('live', { version: 1, weights: { 2: 0.1 } }).alias('live', 2)
    const alias = await get()
    expect(alias.FunctionVersion).toBe('2')
    expect(alias.RoutingConfig).toBeUndefined()
  })

  it.each([
    ['an unknown version', 9, /alias asks for something that AWS would refuse\. CreateAlias answers ResourceNotFoundException/],
    ['a weight of its own version', { version: 1, weights: { 1: 0.1 } }, /already included in routing configuration/],
    ['an unknown option', { version: 1, wieghts: { 2: 0.1 } }, /has no option 'wieghts'\. Did you mean 'weights'\?/],
    ['no version', { weights: { 2: 0.1 } }, /alias\('live', version\) needs the number of a version/],
    ['nothing', undefined, /alias\('live', version\) needs the number of a version, .* not undefined/],
    ['null', null, /needs an object with any of: version, weights/],
  ])('refuses %s', (_, target, message) => {
    const { api, orders } = setup()
    expect(() => orders.alias('live', target as AliasTarget)).toThrow(message)
    expect(api.region.functions.get('orders')!.aliases.size).toBe(0)
  })
})
