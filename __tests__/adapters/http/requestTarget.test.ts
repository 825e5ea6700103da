import { requestTarget } from '../../../src/adapters/http/requestTarget'

it.each([
  ['/', '/', ''],
  ['/a/b?c=http://x/d', '/a/b', 'c=http://x/d'],
  ['http://127.0.0.1:9001/a/b?c=d', '/a/b', 'c=d'],
  ['HTTP://localhost/a%2Fb', '/a%2Fb', ''],
  ['http://[::1]:9001//a?b?c', '//a', 'b?c'],
  ['http://localhost', '/', ''],
  ['http://localhost?c=/d', '/', 'c=/d'],
  ['*', '*', ''],
])('the target %s has the path %s and the query %s', (target, path, query) => {
  expect(requestTarget(target)).toEqual({ path, query })
})
