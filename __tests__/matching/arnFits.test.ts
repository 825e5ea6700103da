import { arnFits } from '../../src/matching/arnFits'

const queue = 'arn:aws:sqs:us-east-1:123456789012:orders-failed'

describe('an ARN', () => {
  it.each([
    [queue, true],
    ['arn:aws:sqs:us-east-1:123456789012:orders', false],
    ['', false],
    ['arn:aws:sqs:*', true],
    ['*', true],
    ['**', true],
    ['*:orders-*', true],
    ['arn:*:sqs:*-failed', true],
    ['arn:*:sqs:*-faile', false],
    ['arn:aws:sns:*', false],
    ['*sqs*sqs*', false],
    [`${queue}*`, true],
    [`*${queue}`, true],
    // A star may stand for nothing, but nothing of the text may be used twice.
    ['arn:aws:sqs:us-east-1:123456789012:orders-failed*failed', false],
    // No other sign means anything but itself.
    ['arn:aws:sqs:.s-east-1:*', false],
  ])('fits %s: %s', (pattern, fits) => {
    expect(arnFits(pattern, queue)).toBe(fits)
  })

  it('fits a regular expression that fits anywhere in it, as often as it is asked', () => {
    const pattern = /failed$/g
    expect([arnFits(pattern, queue), arnFits(pattern, queue), arnFits(pattern, queue)]).toEqual([true, true, true])
    expect(arnFits(/^sqs/, queue)).toBe(false)
  })
})
