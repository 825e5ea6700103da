import { attemptOf } from '../../src/wire/attemptOf'

test.each([
  [{}, 1],
  [{ 'amz-sdk-request': 'attempt=1; max=3' }, 1],
  [{ 'amz-sdk-request': 'ttl=20261126T120000Z; attempt=12; max=20' }, 12],
  [{ 'amz-sdk-request': 'nothing of the kind' }, 1],
])('%j is attempt %d', (headers: Record<string, string>, attempt) => {
  expect(attemptOf(headers)).toBe(attempt)
})
