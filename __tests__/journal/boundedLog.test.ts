import fc from 'fast-check'
import { createBoundedLog } from '../../src/journal/boundedLog'

describe('a bounded log', () => {
  it('keeps the last entries in order and counts the others', () => {
    const log = createBoundedLog<number>(3)
    for (const entry of [1, 2, 3, 4, 5]) log.push(entry)
    expect(log.entries()).toEqual([3, 4, 5])
    expect([log.size, log.dropped]).toEqual([3, 2])
  })

  it('is that of the whole row, whatever its length and the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 0, max: 20 }), (row, limit) => {
        const log = createBoundedLog<number>(limit)
        for (const entry of row) log.push(entry)
        expect(log.entries()).toEqual(row.slice(Math.max(0, row.length - limit)))
        expect(log.dropped).toBe(Math.max(0, row.length - limit))
      }),
    )
  })

  it('has no limit if the limit is Infinity', () => {
    const log = createBoundedLog<number>(Infinity)
    for (let entry = 0; entry < 1000; entry++) log.push(entry)
    expect([log.size, log.dropped]).toEqual([1000, 0])
  })

  it('hands out an array that does not change any more', () => {
    const log = createBoundedLog<number>(2)
    log.push(1)
    const before = log.entries()
    log.push(2)
    before.push(9)
    expect(before).toEqual([1, 9])
    expect(log.entries()).toEqual([1, 2])
  })

  it('begins anew when it is cleared', () => {
    const log = createBoundedLog<number>(2)
    for (const entry of [1, 2, 3]) log.push(entry)
    log.clear()
    expect([log.entries(), log.size, log.dropped]).toEqual([[], 0, 0])
    for (const entry of [4, 5, 6]) log.push(entry)
    expect([log.entries(), log.dropped]).toEqual([[5, 6], 1])
  })
})
