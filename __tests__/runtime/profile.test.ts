import { profileOf } from '../../src/runtime/profile'

const two = async (_event: unknown, _context: unknown) => null
const three = (_event: unknown, _context: unknown, _callback: unknown) => undefined

test.each([
  ['nodejs', 'node22'],
  ['nodejs4.3-edge', 'node22'],
  ['nodejs18.x', 'node22'],
  ['nodejs22.x', 'node22'],
  ['nodejs24.x', 'node24'],
  ['nodejs26.x', 'node24'],
])('a function with Runtime %s has the profile %s, whatever its handler declares', (runtime, profile) => {
  expect(profileOf(runtime, two)).toBe(profile)
  expect(profileOf(runtime, three)).toBe(profile)
  expect(profileOf(runtime, undefined)).toBe(profile)
})

test.each([undefined, 'python3.13', 'provided.al2023'])(
  'with Runtime %s a handler of three arguments gets callbacks, any other does not',
  (runtime) => {
    expect(profileOf(runtime, three)).toBe('node22')
    expect(profileOf(runtime, two)).toBe('node24')
    expect(profileOf(runtime, undefined)).toBe('node24')
  },
)
