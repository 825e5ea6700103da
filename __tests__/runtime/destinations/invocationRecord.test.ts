import { configure, newQueue } from '../../support/queue'
import { newFunction, point, publish } from '../../support/functions'
import type { FunctionBody } from '../../../src/state/functionRecord'

const error = { name: 'OutOfStock', message: 'none left', stack: 'OutOfStock: none left\n    at handler (index.js:1:1)' }

async function recordOf(body: Partial<FunctionBody>, event: unknown, more: Parameters<typeof newFunction>[3] = {}) {
  const queue = newQueue()
  const orders = newFunction(queue.region, 'orders', body, more)
  publish(orders, '3')
  point(orders, 'live', '3')
  for (const qualifier of ['$LATEST', 'live']) configure(orders, { qualifier })
  queue.send(orders, event)
  queue.send(orders, event, { qualifier: 'live' })
  await queue.house.clock.settle()
  return queue.deliveries().filter(({ kind }) => kind === 'destination')
}

/** Keys all the way down, in their order. */
const keys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).map(([key, member]) => [key, keys(member)])
    : typeof value

describe('the record of an invocation', () => {
  it('of success is as recorded, in members and order', async () => {
    const [delivery] = await recordOf({ always: { kind: 'returns', value: { ok: true } } }, { id: 7 })
    expect(delivery!.record).toEqual({
      version: '1.0',
      timestamp: '2026-01-31T12:00:00.000Z',
      requestContext: {
        requestId: 'event-1',
        functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST',
        condition: 'Success',
        approximateInvokeCount: 1,
      },
      requestPayload: { id: 7 },
      responseContext: { statusCode: 200, executedVersion: '$LATEST' },
      responsePayload: { ok: true },
    })
    expect(keys(JSON.parse(delivery!.body))).toEqual([
      ['version', 'string'],
      ['timestamp', 'string'],
      [
        'requestContext',
        [
          ['requestId', 'string'],
          ['functionArn', 'string'],
          ['condition', 'string'],
          ['approximateInvokeCount', 'number'],
        ],
      ],
      ['requestPayload', [['id', 'number']]],
      [
        'responseContext',
        [
          ['statusCode', 'number'],
          ['executedVersion', 'string'],
        ],
      ],
      ['responsePayload', [['ok', 'boolean']]],
    ])
  })

  it('of failure has the error object of the last run', async () => {
    const [delivery] = await recordOf({ always: { kind: 'throws', error: Object.assign(new Error(), error) } }, { id: 7 })
    expect(delivery!.record).toEqual({
      version: '1.0',
      timestamp: '2026-01-31T12:03:00.000Z',
      requestContext: {
        requestId: 'event-1',
        functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST',
        condition: 'RetriesExhausted',
        approximateInvokeCount: 3,
      },
      requestPayload: { id: 7 },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType: 'OutOfStock', errorMessage: 'none left', trace: error.stack.split('\n') },
    })
    expect(Object.keys((delivery!.record as { responseContext: object }).responseContext)).toEqual([
      'statusCode',
      'executedVersion',
      'functionError',
    ])
  })

  it('names the qualifier that was invoked, and the version that ran', async () => {
    const [, delivery] = await recordOf({ always: { kind: 'returns', value: 1 } }, {})
    expect(delivery!.record).toMatchObject({
      requestContext: { functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:orders:live' },
      responseContext: { executedVersion: '3' },
    })
  })

  it('of an event that never ran has no response', async () => {
    const [delivery] = await recordOf({}, { id: 7 }, { reservedConcurrency: 0 })
    expect(delivery!.record).toEqual({
      version: '1.0',
      timestamp: '2026-01-31T12:00:00.000Z',
      requestContext: {
        requestId: 'event-1',
        functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST',
        condition: 'ZeroReservedConcurrency',
        approximateInvokeCount: 0,
      },
      requestPayload: { id: 7 },
    })
  })

  it.each([[null], [0], ['text'], [[]], [{ __proto__: null, a: [{ b: '€' }] }]])(
    'carries any event and result: %j',
    async (value) => {
      const [delivery] = await recordOf({ always: { kind: 'returns', value } }, value)
      expect(delivery!.record).toMatchObject({ requestPayload: value, responsePayload: value })
    },
  )

  it('carries long numbers as they came', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders')
    configure(orders)
    queue.send(orders, undefined, { payload: Buffer.from('{ "id": 12345678901234567890 }') })
    await queue.house.clock.settle()
    expect(queue.deliveries()[0]!.body).toContain('"requestPayload":{ "id": 12345678901234567890 },')
  })

  it('carries the text of a stream that is no JSON', async () => {
    const [delivery] = await recordOf({ always: { kind: 'streams', chunks: ['a', 'b'] } }, {})
    expect(delivery!.record).toMatchObject({ responsePayload: 'ab' })
  })
})
