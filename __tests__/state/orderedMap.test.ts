import fc from 'fast-check'
import { createOrderedMap } from '../../src/state/orderedMap'

describe('ordered map', () => {
  it('behaves as a Map, and can be read from any place on', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), key: fc.constantFrom('a', 'b', 'c', 'd', 'e') }),
      fc.record({ kind: fc.constant('delete' as const), key: fc.constantFrom('a', 'b', 'c', 'd', 'e') }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const map = createOrderedMap<number>()
        const model = new Map<string, number>()
        steps.forEach(({ kind, key }, index) => {
          if (kind === 'set') {
            map.set(key, index)
            model.set(key, index)
          } else expect(map.delete(key)).toBe(model.delete(key))
        })
        expect([map.size, [...map.keys()], [...map.values()]]).toEqual([model.size, [...model.keys()], [...model.values()]])
        const whole = [...map.from(0)]
        expect(whole.map(([, value]) => value)).toEqual([...model.values()])
        whole.forEach(([place], index) => expect([...map.from(place)]).toEqual(whole.slice(index)))
      }),
    )
  })

  it('takes over the entries of another one with their places', () => {
    const map = createOrderedMap<number>()
    for (const key of ['a', 'b', 'c']) map.set(key, 1)
    map.delete('a')
    const other = createOrderedMap<number>()
    other.set('x', 1)
    other.refill(
      [...map.from(0)].map(([place, value], index) => ['bc'[index]!, place, value] as const),
      map.nextPlace,
    )
    expect([[...other.keys()], [...other.from(0)]]).toEqual([['b', 'c'], [...map.from(0)]])
    other.set('d', 1)
    expect([...other.from(0)].map(([place]) => place)).toEqual([1, 2, 3])
  })
})
