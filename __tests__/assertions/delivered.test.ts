import type { Delivery } from '../../src/runtime/destinations/delivery'
import { delivery, done, failed, letters } from '../support/deliveries'
import { doubleWith, failureOf } from './doubles'

const shown = (...deliveries: Delivery[]) => doubleWith([], { deliveries }).assert

describe('toHaveDelivered', () => {
  it('finds what arrived, by ARN, by an ARN with * in it and by a regular expression', () => {
    const assert = shown(delivery())
    assert.delivered(failed)
    assert.delivered('arn:aws:sqs:*:failed')
    assert.delivered(/:failed$/)
    assert.not.delivered(done)
    assert.not.delivered('failed')
  })

  it('compares the record by the rule of all matchers', () => {
    const assert = shown(delivery(), delivery({ record: { requestPayload: { id: 8 } } }))
    assert.delivered(failed, { requestPayload: { id: 7 } })
    assert.delivered(failed, { requestPayload: { id: expect.any(Number) } })
    assert.delivered(failed, { requestContext: { condition: /^Retries/ } })
    assert.delivered(failed, '{"requestPayload":{"id":8}}')
    assert.not.delivered(failed, { requestPayload: { id: 9 } })
    assert.not.delivered(failed, undefined)
  })

  it('compares the event of a dead letter, a text included', () => {
    shown(delivery({ kind: 'dead-letter', arn: letters, record: { id: 7 } })).delivered(letters, { id: 7 })
    shown(delivery({ kind: 'dead-letter', arn: letters, record: '7' })).delivered(letters, '7')
  })

  it('does not count what was lost', () => {
    const assert = shown(delivery({ error: 'Function not found' }))
    assert.not.delivered(failed)
    expect(failureOf(() => assert.delivered(failed))).toMatchInlineSnapshot(`
      "Deliveries to arn:aws:sqs:us-east-1:123456789012:failed: 1, none that arrived.

      Lost:
        orders {"id":7} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted, lost: Function not found)

      Seed: 42"
    `)
  })

  it('says so if there was nothing at all, and where other things went', () => {
    expect(failureOf(() => shown().delivered(failed, { requestPayload: { id: 7 } }))).toMatchInlineSnapshot(`
      "Nothing was delivered to arn:aws:sqs:us-east-1:123456789012:failed.

      Expected record:
        {"requestPayload":{"id":7}}

      Nothing was delivered at all.
      Retries and what comes of them wait for the clock: await lambda.settled() first.

      Seed: 42"
    `)
    expect(failureOf(() => shown(delivery({ arn: done, condition: 'Success' })).delivered(/failed/))).toMatchInlineSnapshot(`
      "Nothing was delivered to /failed/.

      Delivered elsewhere once:
        orders {"id":7} -> arn:aws:sns:us-east-1:123456789012:done (Success)

      Seed: 42"
    `)
  })

  it('shows the nearest deliveries and where they differ', () => {
    const assert = shown(delivery(), delivery({ record: { requestPayload: { id: 8, note: 'x' } } }))
    expect(failureOf(() => assert.delivered(failed, { requestContext: { condition: 'Success' }, requestPayload: { id: 8 } })))
      .toMatchInlineSnapshot(`
      "Deliveries to arn:aws:sqs:us-east-1:123456789012:failed: 2, none with this record.

      Expected record:
        {"requestContext":{"condition":"Success"},"requestPayload":{"id":8}}

      Nearest of 2:
        orders {"id":8,"note":"x"} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
           requestContext: expected {"condition":"Success"}, and it is missing
        orders {"id":7} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
           requestContext.condition: expected "Success", received "RetriesExhausted"
           requestPayload.id: expected 8, received 7

      Seed: 42"
    `)
  })

  it('shows what should not have been delivered', () => {
    const many = Array.from({ length: 10 }, (_, id) => delivery({ record: { requestPayload: { id } } }))
    expect(failureOf(() => shown(...many).not.delivered(failed))).toMatchInlineSnapshot(`
      "Deliveries to arn:aws:sqs:us-east-1:123456789012:failed: 10, expected none.

      Delivered:
        orders {"id":0} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
        orders {"id":1} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
        orders {"id":2} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
        orders {"id":3} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
        orders {"id":4} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
        orders {"id":5} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
        orders {"id":6} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
        orders {"id":7} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
        … and 2 more

      Seed: 42"
    `)
    expect(failureOf(() => shown(delivery()).not.delivered(failed, { requestPayload: { id: 7 } }))).toMatchInlineSnapshot(`
      "Deliveries to arn:aws:sqs:us-east-1:123456789012:failed with this record: 1, expected none.

      Delivered:
        orders {"id":7} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)

      Seed: 42"
    `)
  })

  it('refuses what is no ARN', () => {
    expect(failureOf(() => shown().not.delivered(undefined as any))).toBe(
      'toHaveDelivered(arn, record?) needs the ARN of a queue, topic, event bus, bucket or function, or a regular expression, got undefined.',
    )
    expect(failureOf(() => (shown() as any).delivered())).toBe('toHaveDelivered(arn, record?) takes 1 or 2 arguments, got 0.')
  })
})
