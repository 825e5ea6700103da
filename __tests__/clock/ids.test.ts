import { createIds } from '../../src/clock/ids'

describe('ids', () => {
  it('repeats itself for the same seed and differs for another', () => {
    const row = (seed: number) => {
      const ids = createIds(seed)
      return [ids.uuid(), ids.hex(17), ids.token(32), ids.random()]
    }
    expect(row(7)).toEqual(row(7))
    expect(row(7)).not.toEqual(row(8))
  })

  it('makes version 4 UUIDs that do not repeat', () => {
    const ids = createIds(1)
    const uuids = Array.from({ length: 10_000 }, () => ids.uuid())
    expect(uuids.every((uuid) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuid))).toBe(true)
    expect(new Set(uuids).size).toBe(10_000)
  })

  it('hands out nothing that others have handed out, over any number of them', () => {
    const one = createIds(1)
    const given = [one.uuid(), one.hex(17), one.uuid()]
    const two = createIds(2)
    two.avoid(one.used())
    given.push(two.uuid())
    // Begins where `one` did, and knows of it by `two` alone.
    const three = createIds(1)
    three.uuid()
    three.avoid(two.used())
    given.push(three.uuid(), three.uuid())
    expect(new Set(given).size).toBe(given.length)
  })

  it('goes on as before if nobody is further', () => {
    const row = (avoid: boolean) => {
      const ids = createIds(1)
      const first = [ids.uuid(), ids.uuid()]
      if (avoid)
        ids.avoid([
          [1, 3],
          [2, 1_000],
        ])
      return [...first, ids.uuid()]
    }
    expect(row(true)).toEqual(row(false))
  })

  it('spreads its random numbers evenly', () => {
    const ids = createIds(42)
    const share = Array.from({ length: 100_000 }, () => ids.random()).filter((value) => value < 0.1).length / 100_000
    expect(share).toBeGreaterThan(0.095)
    expect(share).toBeLessThan(0.105)
  })
})
