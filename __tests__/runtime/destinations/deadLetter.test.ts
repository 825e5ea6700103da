import type { CannedOutcome } from '../../../src/state/functionRecord'
import { letters } from '../../support/deliveries'
import { newFunction, publish } from '../../support/functions'
import { configure, newQueue } from '../../support/queue'

const throwing = (message: string): CannedOutcome => ({ kind: 'throws', error: new Error(message) })

async function letterOf(
  always: CannedOutcome,
  { payload = Buffer.from('{"id": 7}'), ...more }: { payload?: Uint8Array } & Parameters<typeof newFunction>[3] = {},
) {
  const queue = newQueue()
  const orders = newFunction(queue.region, 'orders', { always }, more)
  configure(orders, { maximumRetryAttempts: 0 })
  queue.send(orders, undefined, { payload })
  await queue.house.clock.settle()
  return queue.deliveries().find(({ kind }) => kind === 'dead-letter')!
}

describe('a dead letter', () => {
  it('is the event to the byte, with the error beside it', async () => {
    expect(await letterOf(throwing('none left'))).toMatchObject({
      arn: letters,
      body: '{"id": 7}',
      record: { id: 7 },
      attributes: {
        RequestID: { DataType: 'String', StringValue: 'event-1' },
        ErrorCode: { DataType: 'Number', StringValue: '200' },
        ErrorMessage: { DataType: 'String', StringValue: 'none left' },
      },
    })
  })

  it('of no payload is an empty object', async () => {
    expect((await letterOf(throwing('no'), { payload: new Uint8Array() })).body).toBe('{}')
  })

  it('has the type of the error where there is no message: an attribute cannot be empty', async () => {
    expect((await letterOf(throwing(''))).attributes.ErrorMessage!.StringValue).toBe('Error')
  })

  it('says of a time-out what Lambda says', async () => {
    const { attributes } = await letterOf({ kind: 'timesOut' })
    expect(attributes.ErrorMessage!.StringValue).toBe('RequestId: event-1 Error: Task timed out after 3.00 seconds')
  })

  it('cuts the message at 1 KB, between characters', async () => {
    const { attributes } = await letterOf(throwing(`a${'€'.repeat(1000)}`))
    const { StringValue } = attributes.ErrorMessage!
    expect(StringValue).toBe(`a${'€'.repeat(341)}`)
    expect(Buffer.byteLength(StringValue)).toBe(1024)
    expect((await letterOf(throwing(`aa${'€'.repeat(1000)}`))).attributes.ErrorMessage!.StringValue).toBe(`aa${'€'.repeat(340)}`)
  })

  it('of an event that was never run has a throttle for its error', async () => {
    const { attributes, condition } = await letterOf(throwing('no'), { reservedConcurrency: 0 })
    expect(condition).toBe('ZeroReservedConcurrency')
    expect(attributes).toMatchObject({ ErrorCode: { StringValue: '429' }, ErrorMessage: { StringValue: 'Rate Exceeded.' } })
  })

  it('of a function that was stopped between two runs has a throttle for its error, too', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', { always: throwing('no') })
    configure(orders)
    queue.send(orders)
    await queue.house.clock.advance(0)
    orders.reservedConcurrency = 0
    await queue.house.clock.settle()
    expect(queue.deliveries().at(-1)).toMatchObject({ kind: 'dead-letter', attributes: { ErrorCode: { StringValue: '429' } } })
  })

  it('goes to the target of the version that ran', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', { always: throwing('no') })
    configure(orders, { deadLetter: `${letters}-1` })
    publish(orders, '1')
    configure(orders, { deadLetter: `${letters}-latest` })
    queue.send(orders, {}, { qualifier: '1' })
    queue.send(orders, {})
    await queue.house.clock.settle()
    expect(queue.deliveries().flatMap(({ kind, arn }) => (kind === 'dead-letter' ? [arn] : []))).toEqual([
      `${letters}-1`,
      `${letters}-latest`,
    ])
  })
})
