import { buildFunction } from '../../src/builders/buildFunction'
import { createApi } from '../support/api'

function setup() {
  const api = createApi()
  const orders = buildFunction(api.house.seedOf('us-east-1'), 'orders')
  const tags = async () => (await api.call('ListTags', { Resource: orders.arn })).Tags
  return { orders, tags }
}

describe('tags', () => {
  it('adds to those that are there, and changes their values', async () => {
    const { orders, tags } = setup()
    expect(orders.tags({ team: 'shop', stage: 'test' })).toBe(orders)
    orders.tags({ stage: 'live' })
    expect(await tags()).toEqual({ team: 'shop', stage: 'live' })
  })

  it.each([
    ['no object', 'team', /tags\(\.\.\.\) needs an object of tags/],
    ['a list', [{ Key: 'team', Value: 'shop' }], /tags\(\.\.\.\) needs an object of tags/],
    ['a value that is no text', { count: 1 }, /needs text as the value of 'count', not number/],
    ['a key that AWS would refuse', { 'a!': 'b' }, /AWS would refuse\. TagResource answers ValidationException/],
  ])('refuses %s', async (_, given, message) => {
    const { orders, tags } = setup()
    expect(() => orders.tags(given as Record<string, string>)).toThrow(message)
    expect(await tags()).toEqual({})
  })
})
