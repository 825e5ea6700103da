import { nearestCalls } from '../../src/journal/nearestCalls'
import { differences } from '../../src/matching/fits'

describe('the nearest calls', () => {
  const expected = { id: 7, customer: { name: 'Ada', city: 'London', age: 36 } }
  const near = (events: readonly unknown[]) =>
    nearestCalls(events, (event) => differences(expected, event)).map(({ call }) => events.indexOf(call))

  it('are those with the fewest differences', () => {
    const customer = { name: 'Ada', city: 'London', age: 36 }
    expect(
      near([
        { id: 8, customer: { ...customer, age: 37 } },
        { id: 7, customer: { ...customer, age: 37 } },
        { id: 7, customer },
      ]),
    ).toEqual([2, 1, 0])
  })

  it('do not include one that lacks a whole member before one that has half of it right', () => {
    expect(near([{ id: 7 }, { id: 7, customer: { name: 'Ada', city: 'Paris', age: 37 } }])).toEqual([1, 0])
  })

  it('stand in the order of time where they are equally near', () => {
    expect(near([{ id: 1 }, { id: 2 }, { id: 3 }])).toEqual([0, 1, 2])
  })

  it('come with what keeps them from being the expected one', () => {
    expect(nearestCalls([{ id: 8 }], (event) => differences({ id: 7 }, event))[0]?.differences.map(({ path }) => path)).toEqual([
      'id',
    ])
  })
})
