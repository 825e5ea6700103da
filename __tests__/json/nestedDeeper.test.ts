import { nestedDeeper } from '../../src/json/nestedDeeper'
import { nested } from '../support/nested'

it.each([
  [1, 0],
  [[], 1],
  [{ a: 1 }, 1],
  [{ a: [], b: { c: [1] } }, 3],
  [nested(300), 300],
])('a value has as many levels as objects and lists lie in each other', (value, levels) => {
  expect(nestedDeeper(value, levels)).toBe(false)
  if (levels > 0) expect(nestedDeeper(value, levels - 1)).toBe(true)
})

it('no depth is too deep to be told', () => {
  expect(nestedDeeper(nested(100_000), 99_999)).toBe(true)
})
