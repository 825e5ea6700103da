import { InvokeCommand, LambdaClient, PutFunctionRecursionConfigCommand } from '@aws-sdk/client-lambda'
import type { MockLambda } from '../../src/index'
import { arns, newDouble } from '../support/sources'

const { jobs, dead, failed } = arns
let lambda: MockLambda
beforeEach(() => (lambda = newDouble({ clients: [LambdaClient] })))
afterEach(() => lambda.restore())

const send = (FunctionName: string, event: unknown = {}) =>
  new LambdaClient().send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: JSON.stringify(event) }))

describe('what is delivered to a queue', () => {
  it('lies there as a message if the test has declared the queue, and is a delivery all the same', async () => {
    const queue = lambda.eventSource(failed)
    lambda.function('orders').throws(new Error('sold out')).async({ maximumRetryAttempts: 0, onFailure: failed })
    await send('orders', { id: 7 })
    await lambda.settled()
    const [delivery] = lambda.deliveries(failed)
    expect(queue.messages().visible).toMatchObject([
      { body: delivery!.body, data: { requestPayload: { id: 7 }, requestContext: { condition: 'RetriesExhausted' } } },
    ])
  })

  it('brings the attributes of a dead letter along', async () => {
    lambda.eventSource(dead)
    lambda.function('orders').throws(new Error('sold out')).async({ maximumRetryAttempts: 0, deadLetter: dead })
    lambda.function('undertaker').returns('ok').trigger(dead)
    await send('orders', { id: 7 })
    await lambda.settled()
    const [letter] = lambda.deliveries(dead)
    expect(lambda.invocations('undertaker')).toMatchObject([
      {
        event: {
          Records: [
            {
              body: '{"id":7}',
              attributes: { AWSTraceHeader: expect.stringMatching(/^Root=.*Lineage=/) as string },
              messageAttributes: {
                RequestID: { dataType: 'String', stringValue: letter!.requestId },
                ErrorCode: { dataType: 'Number', stringValue: '200' },
                ErrorMessage: { dataType: 'String', stringValue: 'sold out' },
              },
            },
          ],
        },
      },
    ])
    expect(letter).not.toHaveProperty('traceHeader')
  })

  it('makes a function run that is mapped to the queue, declared or not', async () => {
    lambda.function('orders').returns({ ok: true }).async({ onSuccess: jobs })
    lambda.function('worker').returns('ok').trigger(jobs)
    await send('orders')
    await lambda.settled()
    expect(lambda.invocations('worker')).toHaveLength(1)
    lambda.assert.processed(jobs, { responsePayload: { ok: true } })
  })

  it('is left to deliverTo if the queue is known by its mapping alone: then it is a real one', async () => {
    const taken: string[] = []
    lambda.deliverTo(jobs, ({ arn }) => taken.push(arn))
    lambda.function('orders').returns({ ok: true }).async({ onSuccess: jobs })
    lambda.function('worker').returns('ok').trigger(jobs)
    await send('orders')
    await lambda.settled()
    expect(taken).toEqual([jobs])
    expect(lambda.invocations('worker')).toEqual([])
  })

  it('reaches a queue of another region of the account', async () => {
    const far = 'arn:aws:sqs:eu-west-1:123456789012:far'
    const queue = lambda.region('eu-west-1').eventSource(far)
    lambda.function('orders').returns('ok').async({ onSuccess: far })
    await send('orders')
    await lambda.settled()
    expect(queue.messages().visible).toHaveLength(1)
  })

  it('leads to no queue that nobody knows', async () => {
    lambda.function('orders').returns('ok').async({ onSuccess: jobs })
    await send('orders')
    await lambda.settled()
    expect(lambda.deliveries(jobs)).toMatchObject([{ error: undefined }])
    expect(lambda.eventSource(jobs).messages().visible).toEqual([])
  })

  it('is the record of failure of a stream as well', async () => {
    const stream = 'arn:aws:kinesis:us-east-1:123456789012:stream/clicks'
    const queue = lambda.eventSource(failed)
    lambda
      .function('clicks')
      .throws(new Error('no'))
      .trigger(stream, {
        StartingPosition: 'LATEST',
        MaximumRetryAttempts: 0,
        DestinationConfig: { OnFailure: { Destination: failed } },
      })
    lambda.eventSource(stream).send({ partitionKey: 'a', data: 'b' })
    await lambda.settled()
    expect(queue.messages().visible).toMatchObject([{ data: { KinesisBatchInfo: { batchSize: 1 } } }])
  })
})

describe('a loop through a queue', () => {
  /** `orders` sends its successes to a queue, whose worker invokes `orders` again. */
  async function loop(): Promise<void> {
    lambda.eventSource(jobs)
    lambda.function('orders').returns('ok').async({ onSuccess: jobs })
    lambda.function('worker', () => send('orders')).trigger(jobs)
    await send('orders')
    await lambda.settled()
  }

  it('ends after 16 invocations of a function', async () => {
    await loop()
    expect(lambda.invocations('worker')).toHaveLength(16)
    expect(lambda.invocations('orders')).toHaveLength(16)
  })

  /** `worker` sends everything that it gets back into the queue. */
  function echo(attributes: object = {}): MockLambda {
    const queue = lambda.eventSource(jobs, attributes)
    lambda.function('worker', () => void queue.send('again')).trigger(jobs)
    queue.send('first')
    return lambda
  }

  it('ends too if a handler sends to its own queue: what comes then is discarded, with the reason', async () => {
    await echo().settled()
    expect(lambda.invocations('worker')).toHaveLength(16)
    const { done, discarded } = lambda.eventSource(jobs).messages()
    expect(done).toHaveLength(16)
    expect(discarded).toMatchObject([{ body: 'again', reason: expect.stringContaining('recursive loop') as string }])
  })

  it('ends in the dead-letter queue, if there is one', async () => {
    await echo({ RedrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: 3 } }).settled()
    expect(lambda.eventSource(jobs).messages().dead).toMatchObject([
      { body: 'again', reason: expect.stringContaining(`It went to ${dead}.`) as string },
    ])
    expect(lambda.eventSource(dead).messages().visible).toMatchObject([{ body: 'again' }])
  })

  it('goes by the longest chain in a batch', async () => {
    const queue = lambda.eventSource(jobs)
    const traces: string[] = []
    lambda.function('worker', () => void traces.push(process.env._X_AMZN_TRACE_ID!)).trigger(jobs)
    queue.send('first')
    await lambda.settled()
    queue.send([
      { body: 'fresh', traceHeader: 'Root=1-0-1' },
      { body: 'old', traceHeader: traces[0]! },
    ])
    await lambda.settled()
    expect(traces[1]).toBe(traces[0]!.replace(/1$/, '2'))
  })

  it('is no loop for a function that allows it, until a test would never end', async () => {
    lambda.function('worker').returns('ok')
    await new LambdaClient().send(new PutFunctionRecursionConfigCommand({ FunctionName: 'worker', RecursiveLoop: 'Allow' }))
    await expect(echo().settled()).rejects.toThrow("Its RecursiveLoop is 'Allow'")
  })
})
