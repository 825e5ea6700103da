import fc from 'fast-check'
import { differences, exactly, fits } from '../../src/matching/fits'
import { eventPattern } from '../../src/matching/eventPattern'

/** Values as they come over the wire and a little beyond. */
const values = fc.anything({
  withDate: true,
  withTypedArray: true,
  withMap: true,
  withSet: true,
  withBigInt: true,
  withNullPrototype: true,
})
const json = fc.jsonValue()

/** `value` with members left out here and there; arrays keep their length. */
function part(value: unknown, keep: () => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => part(item, keep))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(keep)
      .map(([key, member]) => [key, part(member, keep)]),
  )
}

describe('matching', () => {
  it('finds that every value fits itself, loosely and strictly', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(fits(value, value)).toBe(true)
        expect(exactly(value, value)).toBe(true)
      }),
    )
  })

  it('finds that a copy fits', () => {
    fc.assert(fc.property(values, (value) => expect(exactly(value, structuredClone(value))).toBe(true)))
  })

  it('finds that a part of a value fits it', () => {
    fc.assert(
      fc.property(json, fc.infiniteStream(fc.boolean()), (value, choices) => {
        const keep = () => choices.next().value as boolean
        expect(differences(part(value, keep), value)).toEqual([])
      }),
    )
  })

  it('lists differences if and only if a value does not fit', () => {
    fc.assert(
      fc.property(values, values, (pattern, value) => {
        expect(differences(pattern, value).length === 0).toBe(fits(pattern, value))
        expect(differences(pattern, value, [], true).length === 0).toBe(exactly(pattern, value))
      }),
    )
  })

  it('is stricter when it is strict', () => {
    fc.assert(
      fc.property(values, values, (pattern, value) => expect(!exactly(pattern, value) || fits(pattern, value)).toBe(true)),
    )
  })

  it('of JSON is symmetric when it is strict, and is that of JSON text', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(exactly(a, b)).toBe(exactly(b, a))
        expect(exactly(a, JSON.parse(JSON.stringify(a)))).toBe(true)
      }),
    )
  })

  it('recognises the object that was stringified in the event that was sent', () => {
    const events = fc.anything({ withDate: true, withBigInt: false, withNullPrototype: true })
    fc.assert(
      fc.property(events, (event) => {
        const text = JSON.stringify(event) as string | undefined
        fc.pre(text !== undefined && typeof event === 'object')
        expect(differences(eventPattern(event), JSON.parse(text!), [], true)).toEqual([])
      }),
    )
  })
})
