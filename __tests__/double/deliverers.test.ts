import { createDeliverers } from '../../src/double/deliverers'
import type { Delivery } from '../../src/runtime/destinations/delivery'
import { deliveryEntry, failed } from '../support/deliveries'

describe('deliverers', () => {
  it('get every delivery to an ARN that fits, each a copy of its own, and are waited for', async () => {
    const deliverers = createDeliverers()
    const got: Delivery[] = []
    deliverers.add(failed, async (delivery) => {
      await new Promise((resolve) => setImmediate(resolve))
      got.push(delivery)
    })
    deliverers.add(/sqs/, (delivery) => got.push(delivery))
    deliverers.add('arn:aws:sns:*', (delivery) => got.push(delivery))
    await deliverers.hand(deliveryEntry())
    expect(got.map(({ arn, record }) => [arn, record])).toEqual([
      [failed, { requestPayload: { id: 7 } }],
      [failed, { requestPayload: { id: 7 } }],
    ])
    expect(got[0]!.record).not.toBe(got[1]!.record)
  })

  it('are asked once: what fails is kept with its error, as a mistake of the test', async () => {
    const deliverers = createDeliverers()
    const deliverer = jest.fn().mockRejectedValue(new Error('no such queue'))
    deliverers.add(failed, deliverer)
    const entry = deliveryEntry()
    await deliverers.hand(entry)
    expect(deliverer).toHaveBeenCalledTimes(1)
    expect(entry).toMatchObject({ error: `The deliverer of ${failed} failed: no such queue`, isMistake: true })
  })

  it('may throw anything', async () => {
    const deliverers = createDeliverers()
    deliverers.add('*', () => {
      throw undefined
    })
    const entry = deliveryEntry()
    await deliverers.hand(entry)
    expect(entry.error).toBe(`The deliverer of ${failed} failed: undefined`)
  })

  it('do not get what is lost already', async () => {
    const deliverers = createDeliverers()
    const deliverer = jest.fn()
    deliverers.add('*', deliverer)
    await deliverers.hand(deliveryEntry({ error: 'gone' }))
    expect(deliverer).not.toHaveBeenCalled()
  })

  it('are functions, for an ARN or a regular expression', () => {
    const { add } = createDeliverers()
    for (const args of [
      [7, () => 1],
      ['*', 'queue'],
      [undefined, () => 1],
    ] as any[])
      expect(() => add(args[0], args[1])).toThrow(/^lambda\.deliverTo\(arn, deliverer\) needs an ARN, a text with \* in it or a/)
  })
})
