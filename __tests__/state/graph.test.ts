import fc from 'fast-check'
import { fromGraph, toGraph } from '../../src/state/graph'

const copied = (value: object) => fromGraph(JSON.parse(JSON.stringify(toGraph(value))) as ReturnType<typeof toGraph>)

describe('a graph', () => {
  it('gives any records back, through JSON too', () => {
    const value = fc.anything({ withMap: true, withSet: true, withDate: true, withBigInt: true, withNullPrototype: true })
    fc.assert(
      fc.property(value, (value) => {
        expect(copied([value])).toEqual([value])
      }),
    )
  })

  it('keeps what is the same the same, and what goes round in circles', () => {
    const shared = { id: 1 }
    const circle: Record<string, unknown> = { shared, map: new Map([[shared, 'key']]) }
    circle.self = circle
    const copy = copied([shared, circle, new Set([shared])]) as [object, Record<string, unknown>, Set<object>]
    expect(copy[1].self).toBe(copy[1])
    expect(copy[1].shared).toBe(copy[0])
    expect((copy[1].map as Map<object, string>).get(copy[0])).toBe('key')
    expect(copy[2].has(copy[0])).toBe(true)
    expect(copy[0]).not.toBe(shared)
  })

  it('keeps what is no record as it is', () => {
    class Order {}
    const leaves = [() => 1, new Order(), new Uint8Array([1]), Symbol('x'), new TypeError('x'), Promise.resolve()]
    const copy = fromGraph(toGraph([...leaves, leaves[0]])) as unknown[]
    leaves.forEach((leaf, index) => expect(copy[index]).toBe(leaf))
  })

  it('writes down others instead', () => {
    const lock = { by: 'process' }
    expect(fromGraph(toGraph({ lock, again: [lock] }, new Map([[lock, { by: 'nobody' }]])))).toEqual({
      lock: { by: 'nobody' },
      again: [{ by: 'nobody' }],
    })
  })

  it('is never too deep', () => {
    let deep: unknown = 'end'
    for (let level = 0; level < 100_000; level++) deep = [deep]
    let copy = fromGraph(toGraph([deep]))
    while (Array.isArray(copy)) copy = (copy as unknown[])[0]
    expect(copy).toBe('end')
  })
})
