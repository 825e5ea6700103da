import fc from 'fast-check'
import { hasToken, newTokenBucket } from '../../../src/runtime/concurrency/tokenBucket'

describe('a token bucket', () => {
  it('gives a token at the moment when it is due, whatever the fractions', () => {
    const bucket = newTokenBucket(1, 0)
    bucket.tokens--
    for (const now of [33, 66, 99]) expect(hasToken(bucket, 1, 10, now)).toBe(false)
    expect(hasToken(bucket, 1, 10, 100)).toBe(true)
  })

  it('never gives more than its capacity and what ran in since', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 200 }), (steps) => {
        const bucket = newTokenBucket(5, 0)
        let now = 0
        let given = 0
        for (const step of steps) {
          now += step
          while (hasToken(bucket, 5, 2, now)) {
            bucket.tokens--
            given++
          }
        }
        expect(given).toBeLessThanOrEqual(5 + (now * 2) / 1000 + 1e-6)
      }),
    )
  })

  it('shrinks with its capacity', () => {
    const bucket = newTokenBucket(100, 0)
    expect(hasToken(bucket, 1, 1, 0)).toBe(true)
    expect(bucket.tokens).toBe(1)
    expect(hasToken(bucket, 0, 0, 0)).toBe(false)
  })
})
