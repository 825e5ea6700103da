import { originForm } from '../../../src/adapters/http/originForm'

it.each([
  ['/', '/'],
  ['/a/b?c=http://x/d', '/a/b?c=http://x/d'],
  ['http://127.0.0.1:9001/a/b?c=d', '/a/b?c=d'],
  ['HTTP://localhost/a%2Fb', '/a%2Fb'],
  ['http://[::1]:9001//a', '//a'],
  ['http://localhost', '/'],
  ['http://localhost?c=/d', '/?c=/d'],
  ['*', '*'],
])('the target %s is %s to whoever is asked', (target, path) => {
  expect(originForm(target)).toBe(path)
})
