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

  it('spreads its random numbers evenly', () => {
    const ids = createIds(42)
    const share = Array.from({ length: 100_000 }, () => ids.random()).filter((value) => value < 0.1).length / 100_000
    expect(share).toBeGreaterThan(0.095)
    expect(share).toBeLessThan(0.105)
  })
})
