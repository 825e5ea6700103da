import { askedDelay } from '../../../src/adapters/sdk/askedDelay'

const after = (seconds: string) => ({ $response: { headers: { 'retry-after': seconds } } })

it.each([
  ['is what Retry-After asks for, although some of it went by', after('2'), 1_999, 2_000],
  ['is longer if the backoff is', after('2'), 2_345, 2_345],
  ['is shorter where the SDK does not wait for all of it', after('30'), 5_000, 5_000],
  ['is the backoff without the header', { $response: { headers: {} } }, 49, 49],
  ['is the backoff if the header is no number', after('soon'), 49, 49],
  ['is the backoff after a broken connection', new Error('reset'), 49, 49],
  ['is the backoff after no error at all', undefined, 0, 0],
])('a delay %s', (_, error, slept, delay) => {
  expect(askedDelay(error, slept)).toBe(delay)
})
