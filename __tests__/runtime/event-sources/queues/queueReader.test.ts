import {
  CreateEventSourceMappingCommand,
  DeleteFunctionCommand,
  GetEventSourceMappingCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda'
import type { MockLambda, MockLambdaOptions } from '../../../../src/index'
import { noon } from '../../../support/runtime'
import { arns, batchesOf, newDouble, reporting, secondsOf } from '../../../support/sources'

const { jobs, dead, fifo } = arns
const partial = { FunctionResponseTypes: ['ReportBatchItemFailures' as const] }
let lambda: MockLambda
beforeEach(() => (lambda = newDouble()))
afterEach(() => lambda.restore())

/** A client of a new double. */
function newClient(options: MockLambdaOptions = {}): LambdaClient {
  const client = new LambdaClient()
  lambda.restore()
  lambda = newDouble({ ...options, clients: [client] })
  return client
}

const bodies = (messages: readonly { readonly body?: string }[]) => messages.map(({ body }) => body)

describe('a batch', () => {
  it('runs by itself on the next turn of the event loop, with what was sent together', async () => {
    lambda.function('worker').returns('ok').trigger(jobs)
    lambda.eventSource(jobs).send(['a', 'b'])
    expect(lambda.invocations()).toEqual([])
    for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(batchesOf(lambda)).toEqual([['a', 'b']])
    expect(lambda.clock.now().getTime()).toBe(noon)
  })

  it('has 10 messages by default, and BatchSize ones otherwise', async () => {
    lambda.function('worker').returns('ok').trigger(jobs)
    lambda.function('small').returns('ok').trigger(arns.failed, { BatchSize: 2 })
    lambda.eventSource(jobs).send(Array.from({ length: 12 }, (_, index) => `${index}`))
    lambda.eventSource(arns.failed).send(['a', 'b', 'c'])
    await lambda.settled()
    expect(batchesOf(lambda, 'worker').map((batch) => batch.length)).toEqual([10, 2])
    expect(batchesOf(lambda, 'small')).toEqual([['a', 'b'], ['c']])
  })

  it('waits for its window unless it is full before', async () => {
    lambda.function('worker').returns('ok').trigger(jobs, { BatchSize: 3, MaximumBatchingWindowInSeconds: 20 })
    const queue = lambda.eventSource(jobs)
    queue.send('a')
    await lambda.clock.advance('10s')
    queue.send('b')
    expect(lambda.invocations()).toEqual([])
    await lambda.clock.advance('10s')
    queue.send(['c', 'd', 'e'])
    await lambda.settled()
    expect(batchesOf(lambda)).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ])
    expect(secondsOf(lambda)).toEqual([20, 20])
  })

  it('is split where its event would be larger than 6 MB', async () => {
    lambda.function('worker').returns('ok').trigger(jobs)
    lambda.eventSource(jobs).send(Array.from({ length: 8 }, () => 'x'.repeat(1_000_000)))
    await lambda.settled()
    expect(batchesOf(lambda).map((batch) => batch.length)).toEqual([6, 2])
  })

  it.each([
    [2, { ScalingConfig: { MaximumConcurrency: 2 } }],
    [5, {}],
  ])('is one of %i at the same time, with the settings %j', async (most, settings) => {
    let running = 0
    let open!: () => void
    const opened = new Promise<void>((resolve) => (open = resolve))
    const handler = async () => {
      running++
      await opened
    }
    lambda.function('worker', handler).trigger(jobs, { BatchSize: 1, ...settings })
    lambda.eventSource(jobs).send(Array.from({ length: 10 }, (_, index) => `${index}`))
    const settled = lambda.settled()
    for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(running).toBe(most)
    open()
    await settled
    expect(lambda.eventSource(jobs).messages().done).toHaveLength(10)
  })
})

describe('a function that fails', () => {
  it('gets its messages again when their visibility timeout is over, with a higher receive count', async () => {
    lambda.function('worker').throwsOnce(new Error('no')).throwsOnce(new Error('no')).returns('ok').trigger(jobs)
    const queue = lambda.eventSource(jobs, { VisibilityTimeout: 40 })
    queue.send(['a', 'b'])
    await lambda.clock.advance(0)
    expect(bodies(queue.messages().inFlight)).toEqual(['a', 'b'])
    await lambda.settled()
    expect(secondsOf(lambda)).toEqual([0, 40, 80])
    expect(lambda.invocations().map(({ event }) => (event as any).Records[0].attributes.ApproximateReceiveCount)).toEqual([
      '1',
      '2',
      '3',
    ])
    expect(lambda.invocations().map(({ attempt }) => attempt)).toEqual([1, 2, 3])
    expect(queue.batches().map(({ outcome, error }) => [outcome, error])).toEqual([
      ['failed', 'Error: no'],
      ['failed', 'Error: no'],
      ['processed', undefined],
    ])
    expect(bodies(queue.messages().done)).toEqual(['a', 'b'])
  })

  it('leaves them to the dead-letter queue after maxReceiveCount', async () => {
    lambda.function('worker').throws(new Error('no')).trigger(jobs)
    const queue = lambda.eventSource(jobs, { RedrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: 2 } })
    queue.send('a')
    await lambda.settled()
    expect(secondsOf(lambda)).toEqual([0, 30])
    expect(queue.messages().dead).toMatchObject([{ body: 'a', attempts: 2, at: noon + 60_000 }])
    expect(lambda.eventSource(dead).messages().visible).toMatchObject([
      { body: 'a', record: { attributes: { DeadLetterQueueSourceArn: jobs }, eventSourceARN: dead } },
    ])
  })

  it('can have a function for its dead letters', async () => {
    lambda.function('worker').throws(new Error('no')).trigger(jobs)
    lambda.function('undertaker').returns('ok').trigger(dead)
    lambda.eventSource(jobs, { RedrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: 1 } }).send('a')
    await lambda.settled()
    expect(batchesOf(lambda, 'undertaker')).toEqual([['a']])
    expect(lambda.eventSource(dead).messages().done).toHaveLength(1)
  })

  it('without a dead-letter queue ends with the retention of the message', async () => {
    lambda.function('worker').throws(new Error('no')).trigger(jobs)
    const queue = lambda.eventSource(jobs, { MessageRetentionPeriod: 100 })
    queue.send('a')
    await lambda.settled()
    expect(secondsOf(lambda)).toEqual([0, 30, 60, 90])
    expect(queue.messages().discarded).toMatchObject([{ body: 'a', reason: expect.stringContaining('MessageRetentionPeriod') }])
  })

  it('that times out counts as failed, after its Timeout', async () => {
    lambda.function('worker').timesOutOnce().returns('ok').configure({ Timeout: 10 }).trigger(jobs)
    lambda.eventSource(jobs).send('a')
    await lambda.settled()
    expect(secondsOf(lambda)).toEqual([0, 30])
  })
})

describe('ReportBatchItemFailures', () => {
  it('keeps the listed messages and deletes the others', async () => {
    lambda.function('worker', reporting('b')).trigger(jobs, partial)
    const queue = lambda.eventSource(jobs, { RedrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: 2 } })
    queue.send(['a', 'b', 'c'])
    await lambda.settled()
    expect(batchesOf(lambda)).toEqual([['a', 'b', 'c'], ['b']])
    expect([bodies(queue.messages().done), bodies(queue.messages().dead)]).toEqual([['a', 'c'], ['b']])
    expect(queue.batches().map(({ outcome, failed }) => [outcome, failed.length])).toEqual([
      ['partly failed', 1],
      ['failed', 1],
    ])
  })

  it('is not looked for if the mapping does not ask for it', async () => {
    lambda.function('worker', reporting('a')).trigger(jobs)
    lambda.eventSource(jobs).send('a')
    await lambda.settled()
    expect(bodies(lambda.eventSource(jobs).messages().done)).toEqual(['a'])
  })
})

describe('a throttled batch', () => {
  it('is tried again while its messages are hidden, and no receive of theirs is used up', async () => {
    lambda.function('worker').returns('ok').reservedConcurrency(0).trigger(jobs)
    const queue = lambda.eventSource(jobs)
    queue.send('a')
    await lambda.clock.advance('4s')
    lambda.function('worker').reservedConcurrency(1)
    await lambda.settled()
    expect(secondsOf(lambda)).toEqual([7])
    expect(queue.messages().done).toMatchObject([{ attempts: 1 }])
    expect(queue.batches().map(({ outcome }) => outcome)).toEqual(['throttled', 'throttled', 'throttled', 'processed'])
  })

  it('comes back after the visibility timeout, and at the end of its receives goes to the dead letters', async () => {
    lambda.function('worker').returns('ok').reservedConcurrency(0).trigger(jobs)
    const queue = lambda.eventSource(jobs, { RedrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: 2 } })
    queue.send('a')
    await lambda.settled()
    expect(lambda.invocations()).toEqual([])
    expect(queue.messages().dead).toMatchObject([{ attempts: 2 }])
  })
})

describe('filters', () => {
  it('delete what none of them lets through; records reach the handler untouched', async () => {
    lambda
      .function('worker')
      .returns('ok')
      .trigger(jobs, { FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["a"]}}' }] } })
    const queue = lambda.eventSource(jobs)
    queue.send([{ kind: 'a' }, { kind: 'b' }, 'no JSON'])
    await lambda.settled()
    expect(batchesOf(lambda)).toEqual([['{"kind":"a"}']])
    expect(bodies(queue.messages().discarded)).toEqual(['{"kind":"b"}', 'no JSON'])
  })

  it('see a body of text as text, and the rest of the message', async () => {
    const pattern = JSON.stringify({ body: [{ prefix: 'x' }], messageAttributes: { from: { stringValue: ['web'] } } })
    lambda
      .function('worker')
      .returns('ok')
      .trigger(jobs, { FilterCriteria: { Filters: [{ Pattern: pattern }] } })
    lambda
      .eventSource(jobs)
      .send([{ body: 'xy', attributes: { from: 'web' } }, { body: 'xy' }, { body: 'y', attributes: { from: 'web' } }])
    await lambda.settled()
    expect(batchesOf(lambda)).toEqual([['xy']])
  })
})

describe('a FIFO queue', () => {
  it('hands over the messages of a group in order, and the others meanwhile', async () => {
    lambda.function('worker', reporting('a1', 'a2')).trigger(fifo, partial)
    const queue = lambda.eventSource(fifo, {
      RedrivePolicy: { deadLetterTargetArn: `${dead}.fifo`, maxReceiveCount: 2 },
    })
    queue.send(['a1', 'b1', 'a2', 'b2'].map((body) => ({ body, groupId: body[0]! })))
    await lambda.clock.advance(0)
    queue.send(['a3', 'b3'].map((body) => ({ body, groupId: body[0]! })))
    await lambda.settled()
    expect(batchesOf(lambda)).toEqual([['a1', 'a2', 'b1', 'b2'], ['b3'], ['a1', 'a2', 'a3']])
  })

  it('takes the same message once in five minutes', async () => {
    lambda.function('worker').returns('ok').trigger(fifo)
    const queue = lambda.eventSource(fifo, { ContentBasedDeduplication: true })
    const [first, second] = queue.send([
      { body: 'a', groupId: 'g' },
      { body: 'a', groupId: 'g' },
    ])
    expect(second!.id).toBe(first!.id)
    await lambda.clock.advance('5m')
    queue.send({ body: 'a', groupId: 'g' })
    await lambda.settled()
    expect(batchesOf(lambda)).toEqual([['a'], ['a']])
  })
})

describe('a mapping', () => {
  it('that is disabled leaves messages where they are until it is enabled', async () => {
    const client = newClient()
    lambda.function('worker').returns('ok').trigger(jobs, { Enabled: false })
    const queue = lambda.eventSource(jobs)
    queue.send('a')
    await lambda.settled()
    expect(bodies(queue.messages().visible)).toEqual(['a'])
    const { EventSourceMappings } = await client.send(new ListEventSourceMappingsCommand({}))
    const UUID = EventSourceMappings![0]!.UUID!
    await client.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: true }))
    await lambda.settled()
    expect(bodies(queue.messages().done)).toEqual(['a'])
    const { State } = await client.send(new GetEventSourceMappingCommand({ UUID }))
    expect(State).toBe('Enabled')
  })

  it('that takes time to be created reads when it is Enabled', async () => {
    const client = newClient({ functionStates: 'staged' })
    lambda.function('worker').returns('ok')
    lambda.eventSource(jobs).send('a')
    await client.send(new CreateEventSourceMappingCommand({ FunctionName: 'worker', EventSourceArn: jobs }))
    await lambda.settled()
    expect(secondsOf(lambda)).toEqual([10])
  })

  it('shares a queue with others: each message goes to one of them', async () => {
    lambda.function('one').returns('ok').trigger(jobs, { BatchSize: 1 })
    lambda.function('two').returns('ok').trigger(jobs, { BatchSize: 1 })
    lambda.eventSource(jobs).send(['a', 'b', 'c', 'd'])
    await lambda.settled()
    expect(lambda.invocations('one').length + lambda.invocations('two').length).toBe(4)
    expect(lambda.invocations('two').length).toBeGreaterThan(0)
  })

  it('leads to the version or alias that it names', async () => {
    const client = newClient()
    lambda.function('worker').returns('ok').version().alias('live', 1)
    await client.send(new CreateEventSourceMappingCommand({ FunctionName: 'worker:live', EventSourceArn: jobs }))
    lambda.eventSource(jobs).send('a')
    await lambda.settled()
    expect(lambda.invocations()).toMatchObject([{ qualifier: 'live', version: '1' }])
  })

  it('whose function is gone leaves messages where they are, and settled() ends', async () => {
    const client = newClient()
    lambda.function('worker').returns('ok').trigger(jobs)
    await client.send(new DeleteFunctionCommand({ FunctionName: 'worker' }))
    lambda.eventSource(jobs).send('a')
    await lambda.settled()
    expect(bodies(lambda.eventSource(jobs).messages().visible)).toEqual(['a'])
    lambda.function('worker').returns('ok')
    await lambda.clock.advance('1m')
    expect(bodies(lambda.eventSource(jobs).messages().done)).toEqual(['a'])
  })
})

it('a delayed message is received when its delay is over', async () => {
  lambda.function('worker').returns('ok').trigger(jobs)
  const queue = lambda.eventSource(jobs, { DelaySeconds: 5 })
  queue.send([{ body: 'a', delay: '20s' }, 'b', { MessageBody: 'c', DelaySeconds: 1 }])
  expect(bodies(queue.messages().delayed)).toEqual(['a', 'b', 'c'])
  await lambda.settled()
  expect(batchesOf(lambda)).toEqual([['c'], ['b'], ['a']])
  expect(secondsOf(lambda)).toEqual([1, 5, 20])
})

it('rules of lambda.on do not concern mappings: they are no calls', async () => {
  lambda.on('Invoke').throttles()
  lambda.function('worker').returns('ok').trigger(jobs)
  lambda.eventSource(jobs).send('a')
  await lambda.settled()
  expect([lambda.calls().length, lambda.invocations().length]).toEqual([0, 1])
})

it('a mapping that is still being created reads what was sent meanwhile to a queue that was declared after it', async () => {
  const client = newClient({ functionStates: 'staged' })
  lambda.function('worker').returns('ok')
  await client.send(new CreateEventSourceMappingCommand({ FunctionName: 'worker', EventSourceArn: jobs }))
  lambda.eventSource(jobs).send('early')
  await lambda.settled()
  expect(batchesOf(lambda)).toEqual([['early']])
})
