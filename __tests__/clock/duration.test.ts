import { milliseconds } from '../../src/clock/duration'

describe('duration', () => {
  it.each([
    [250, 250],
    [0, 0],
    ['200ms', 200],
    ['2s', 2_000],
    ['1.5m', 90_000],
    ['6h', 21_600_000],
    ['1d', 86_400_000],
    ['1h30m', 5_400_000],
  ])('reads %p as %p milliseconds', (given, expected) => {
    expect(milliseconds(given)).toBe(expected)
  })

  it.each(['', '5', 's', '2 s', '-1s', '2x', '1e3ms', -1, NaN, Infinity])('refuses %p', (given) => {
    expect(milliseconds(given)).toBeUndefined()
  })
})
