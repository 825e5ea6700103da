import { configure, newQueue } from '../../support/queue'
import { newFunction } from '../../support/functions'
import { done, failed } from '../../support/deliveries'

const bus = 'arn:aws:events:us-east-1:123456789012:event-bus/orders'
const bucket = 'arn:aws:s3:::failed-orders'

async function deliveredTo(arn: string, succeeds: boolean) {
  const queue = newQueue()
  const orders = newFunction(
    queue.region,
    'orders',
    succeeds ? undefined : { always: { kind: 'throws', error: new Error('no') } },
  )
  configure(orders, { onSuccess: arn, onFailure: arn, deadLetter: false })
  queue.send(orders)
  await queue.house.clock.settle()
  expect(queue.deliveries()).toHaveLength(1)
  return queue.deliveries()[0]!
}

describe('what a destination gets', () => {
  it.each([failed, done])('is the record as the message of %s', async (arn) => {
    const { body, record, attributes, key } = await deliveredTo(arn, true)
    expect(JSON.parse(body)).toEqual(record)
    expect(attributes).toEqual({})
    expect(key).toBeUndefined()
  })

  it.each([
    [true, 'Success', '2026-01-31T12:00:00Z'],
    [false, 'Failure', '2026-01-31T12:03:00Z'],
  ])('is an event on a bus (succeeds: %s)', async (succeeds, word, time) => {
    const { body, record } = await deliveredTo(bus, succeeds)
    const event = JSON.parse(body) as Record<string, unknown>
    expect(event).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      'detail-type': `Lambda Function Invocation Result - ${word}`,
      source: 'lambda',
      account: '123456789012',
      time,
      region: 'us-east-1',
      resources: [bus, 'arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST'],
      detail: record,
    })
    expect(Object.keys(event)).toEqual([
      'version',
      'id',
      'detail-type',
      'source',
      'account',
      'time',
      'region',
      'resources',
      'detail',
    ])
  })

  it('is an object in a bucket, under the function and the day', async () => {
    const { body, record, key } = await deliveredTo(bucket, false)
    expect(JSON.parse(body)).toEqual(record)
    expect(key).toMatch(/^aws\/lambda\/async\/orders\/2026\/01\/31\/2026-01-31T12\.03\.00-[0-9a-f-]{36}$/)
  })
})
