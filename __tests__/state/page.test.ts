import { page } from '../../src/state/page'

const list = (...items: string[]) => ({ name: 'ListLetters', items, most: 50, keyOf: (item: string) => item })
const pageOf = (items: readonly string[], Marker?: string, MaxItems = 2) => page(list(...items), { Marker, MaxItems })

describe('a page of a list', () => {
  it('goes on where the one before it ended', () => {
    const first = pageOf(['a', 'b', 'c'])
    expect(first.items).toEqual(['a', 'b'])
    expect(pageOf(['a', 'b', 'c'], first.nextMarker)).toEqual({ items: ['c'], nextMarker: undefined })
  })

  it('misses nothing for whoever deletes what was shown', () => {
    const { nextMarker } = pageOf(['a', 'b', 'c', 'd'])
    expect(pageOf(['c', 'd'], nextMarker).items).toEqual(['c', 'd'])
  })

  it('shows nothing twice when something is added before it', () => {
    const { nextMarker } = pageOf(['a', 'b', 'c'])
    expect(pageOf(['0', 'a', 'b', 'c'], nextMarker).items).toEqual(['c'])
  })

  it('goes on at the same place when the item that was next is gone', () => {
    const { nextMarker } = pageOf(['a', 'b', 'c', 'd'])
    expect(pageOf(['a', 'b', 'd'], nextMarker).items).toEqual(['d'])
  })

  it('refuses a marker of another list, and one that is none', () => {
    const { nextMarker } = page({ ...list('a', 'b'), name: 'ListOthers' }, { MaxItems: 1 })
    for (const marker of [nextMarker, 'nonsense', '']) expect(() => pageOf(['a', 'b'], marker)).toThrow('Invalid Marker')
  })

  it('has what AWS puts into one page at most, whatever was asked for', () => {
    const items = Array.from({ length: 60 }, (_, index) => `item${index}`)
    expect(pageOf(items, undefined, 1_000).items).toHaveLength(50)
  })
})
