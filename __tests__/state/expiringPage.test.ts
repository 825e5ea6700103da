import { expiringPage } from '../../src/state/expiringPage'

const items = Array.from({ length: 250 }, (_, index) => index)
const list = { name: 'numbers', items }
const day = 86_400_000

describe('a page whose marker expires', () => {
  it('has 100 items, or as many as are asked for up to 1,000; 0 asks for the default', () => {
    const sizes = [undefined, 0, 1, 1000, 5000].map((MaxItems) => expiringPage(list, { MaxItems }, 0).items.length)
    expect(sizes).toEqual([100, 100, 1, 250, 250])
    const many = { name: 'numbers', items: Array.from({ length: 1_500 }, (_, index) => index) }
    expect(expiringPage(many, { MaxItems: 5000 }, 0).items).toHaveLength(1_000)
  })

  it('is followed by the next one, in either direction', () => {
    for (const reverse of [false, true]) {
      const found: number[] = []
      for (let Marker: string | undefined; found.length === 0 || Marker !== undefined;) {
        const page = expiringPage({ ...list, reverse }, { Marker, MaxItems: 60 }, 0)
        found.push(...page.items)
        Marker = page.nextMarker
      }
      expect(found).toEqual(reverse ? [...items].reverse() : items)
    }
  })

  it('is not moved by newer items when the newest come first', () => {
    const { nextMarker } = expiringPage({ ...list, reverse: true }, {}, 0)
    const longer = { name: 'numbers', items: [...items, 250, 251], reverse: true }
    expect(expiringPage(longer, { Marker: nextMarker, MaxItems: 2 }, 0).items).toEqual([149, 148])
  })

  it.each([
    ['is older than 24 hours', (marker: string) => marker, list, day + 1],
    ['belongs to another list', (marker: string) => marker, { name: 'letters', items: ['a'] }, 0],
    ['belongs to the other direction', (marker: string) => marker, { ...list, reverse: true }, 0],
    ['was made up', () => 'nonsense', list, 0],
  ])('refuses a marker that %s', (_, change, other, now) => {
    const { nextMarker } = expiringPage(list, {}, 0)
    expect(() => expiringPage<unknown>(other, { Marker: change(nextMarker!) }, now)).toThrow('Invalid Marker')
  })

  it('takes a marker for 24 hours', () => {
    const { nextMarker } = expiringPage(list, {}, 0)
    expect(expiringPage(list, { Marker: nextMarker }, day).items[0]).toBe(100)
  })
})
