import '../../../../src/jest'
import {
  GetEventSourceMappingCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda'
import type { MockLambda } from '../../../../src/index'
import { noon } from '../../../support/runtime'
import { arns, newDouble, secondsOf } from '../../../support/sources'

const { clicks, failed } = arns
const start = { StartingPosition: 'TRIM_HORIZON' as const }
const partial = { FunctionResponseTypes: ['ReportBatchItemFailures' as const] }
const onFailure = { DestinationConfig: { OnFailure: { Destination: failed } } }

let lambda: MockLambda
beforeEach(() => (lambda = newDouble()))
afterEach(() => lambda.restore())

interface StreamEvent {
  readonly Records: readonly { readonly kinesis: { readonly data: string; readonly sequenceNumber: string } }[]
}
const dataOf = (event: unknown) =>
  (event as StreamEvent).Records.map(({ kinesis }) => Buffer.from(kinesis.data, 'base64').toString())
const batches = (name?: string) => lambda.invocations(name).map(({ event }) => dataOf(event).join(''))
const send = (text: string, partitionKey = 'k') =>
  lambda.eventSource(clicks).send([...text].map((data) => ({ partitionKey, data })))
const datas = (messages: readonly { readonly data: unknown }[]) => messages.map(({ data }) => data).join('')
/** Fails with every batch that has one of these in it. */
const failingOn = (bad: string) => (event: unknown) =>
  dataOf(event).some((data) => bad.includes(data)) ? Promise.reject(new Error('no')) : Promise.resolve('ok')
const reporting = (bad: string) => (event: StreamEvent) =>
  Promise.resolve({
    batchItemFailures: event.Records.filter((_, index) => bad.includes(dataOf(event)[index]!)).map(({ kinesis }) => ({
      itemIdentifier: kinesis.sequenceNumber,
    })),
  })

describe('the records of a stream', () => {
  it('come in order, and in batches of BatchSize', async () => {
    lambda
      .function('reader')
      .returns('ok')
      .trigger(clicks, { ...start, BatchSize: 3 })
    send('abcdefg')
    await lambda.settled()
    expect(batches()).toEqual(['abc', 'def', 'g'])
    expect(datas(lambda.eventSource(clicks).messages().done)).toBe('abcdefg')
    expect(lambda.clock.now().getTime()).toBe(noon)
  })

  it('wait for the batching window unless the batch is full', async () => {
    lambda
      .function('reader')
      .returns('ok')
      .trigger(clicks, { ...start, BatchSize: 3, MaximumBatchingWindowInSeconds: 30 })
    send('ab')
    await lambda.clock.advance('10s')
    expect(batches()).toEqual([])
    send('cd')
    await lambda.settled()
    expect(batches()).toEqual(['abc', 'd'])
    expect(secondsOf(lambda)).toEqual([10, 40])
  })

  it.each([
    ['TRIM_HORIZON', 'abcd'],
    ['LATEST', 'd'],
    ['AT_TIMESTAMP', 'cd'],
  ] as const)('begin at %s', async (StartingPosition, read) => {
    send('ab')
    await lambda.clock.advance('1m')
    send('c')
    const at = StartingPosition === 'AT_TIMESTAMP' ? { StartingPositionTimestamp: new Date(noon + 60_000) } : {}
    lambda
      .function('reader')
      .returns('ok')
      .trigger(clicks, { StartingPosition, ...at })
    send('d')
    await lambda.settled()
    expect(batches().join('')).toBe(read)
  })

  it('begin at LATEST with the first one of a stream that nobody had heard of', async () => {
    lambda.function('reader').returns('ok').trigger(clicks, { StartingPosition: 'LATEST' })
    send('ab')
    await lambda.settled()
    expect(batches()).toEqual(['ab'])
  })

  it('begin at AT_TIMESTAMP also if they come later', async () => {
    lambda
      .function('reader')
      .returns('ok')
      .trigger(clicks, { StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp: new Date(noon + 1000) })
    send('a')
    await lambda.clock.advance('1s')
    send('b')
    await lambda.settled()
    expect(batches()).toEqual(['b'])
  })

  it('are read by every mapping for itself', async () => {
    lambda.function('one').returns('ok').trigger(clicks, start)
    lambda
      .function('two')
      .returns('ok')
      .trigger(clicks, { ...start, BatchSize: 1 })
    send('abc')
    await lambda.settled()
    expect([batches('one'), batches('two')]).toEqual([['abc'], ['a', 'b', 'c']])
  })

  it('of a consumer are those of its stream', async () => {
    lambda.function('reader').returns('ok').trigger(`${clicks}/consumer/fast:1`, start)
    send('ab')
    await lambda.settled()
    expect(batches()).toEqual(['ab'])
  })

  it('of one key stay in order when shards are read side by side', async () => {
    let running = 0
    let most = 0
    const seen: Record<string, string> = {}
    lambda
      .function('reader', async (event) => {
        most = Math.max(most, ++running)
        // Enough turns for the others to begin.
        for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve))
        for (const { kinesis } of event.Records)
          seen[kinesis.partitionKey] = (seen[kinesis.partitionKey] ?? '') + Buffer.from(kinesis.data, 'base64').toString()
        running--
      })
      .trigger(clicks, { ...start, BatchSize: 2, ParallelizationFactor: 10 })
    for (const data of 'abcdef') for (const key of 'uvwxyz') send(data, key)
    await lambda.settled()
    expect(Object.values(seen)).toEqual(Array.from({ length: 6 }, () => 'abcdef'))
    expect(most).toBeGreaterThan(1)
  })

  it('that no filter lets through are passed over', async () => {
    const Filters = [{ Pattern: '{"data":{"kind":["a"]}}' }, { Pattern: '{"partitionKey":["vip"]}' }]
    lambda
      .function('reader')
      .returns('ok')
      .trigger(clicks, { ...start, FilterCriteria: { Filters } })
    const stream = lambda.eventSource(clicks)
    stream.send([
      { partitionKey: 'k', data: { kind: 'a' } },
      { partitionKey: 'k', data: 'no JSON' },
      { partitionKey: 'vip', data: 'no JSON either' },
    ])
    await lambda.settled()
    expect(batches()).toEqual(['{"kind":"a"}no JSON either'])
    expect(stream.messages().discarded).toMatchObject([{ data: 'no JSON', reason: expect.stringContaining('filter') }])
  })
})

describe('a function that fails', () => {
  it('gets the same batch again until it succeeds, and nothing of the shard comes by', async () => {
    lambda
      .function('reader')
      .throwsOnce(new Error('no'))
      .throwsOnce(new Error('no'))
      .returns('ok')
      .trigger(clicks, { ...start, BatchSize: 2 })
    send('abc')
    await lambda.settled()
    expect(batches()).toEqual(['ab', 'ab', 'ab', 'c'])
    expect(secondsOf(lambda)).toEqual([0, 1, 3, 3])
    expect(lambda.invocations().map(({ attempt }) => attempt)).toEqual([1, 2, 3, 1])
    expect(lambda).toHaveProcessed(clicks, 'a')
    expect(lambda).toHaveFailedBatch(clicks, 2)
  })

  it('gives up after MaximumRetryAttempts, and tells the failure destination where the records are', async () => {
    lambda.function('reader', failingOn('a')).trigger(clicks, { ...start, ...onFailure, BatchSize: 2, MaximumRetryAttempts: 1 })
    const [first, second] = send('abc')
    await lambda.settled()
    expect(batches()).toEqual(['ab', 'ab', 'c'])
    const { done, onFailure: told } = lambda.eventSource(clicks).messages()
    expect([datas(done), datas(told)]).toEqual(['c', 'ab'])
    const run = lambda.invocations()[1]!
    expect(lambda.deliveries(failed)).toMatchObject([
      { condition: 'RetryAttemptsExhausted', requestId: run.requestId, functionName: 'reader' },
    ])
    // The members and their order as recorded.
    expect(lambda.deliveries(failed)[0]!.body).toBe(
      JSON.stringify({
        requestContext: {
          requestId: run.requestId,
          functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:reader',
          condition: 'RetryAttemptsExhausted',
          approximateInvokeCount: 2,
        },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        version: '1.0',
        timestamp: '2026-01-31T12:00:01.000Z',
        KinesisBatchInfo: {
          shardId: 'shardId-000000000000',
          startSequenceNumber: first!.id,
          endSequenceNumber: second!.id,
          approximateArrivalOfFirstRecord: '2026-01-31T12:00:00.000Z',
          approximateArrivalOfLastRecord: '2026-01-31T12:00:00.000Z',
          batchSize: 2,
          streamArn: clicks,
        },
      }),
    )
  })

  it('tells a bucket the records too', async () => {
    const bucket = { DestinationConfig: { OnFailure: { Destination: 'arn:aws:s3:::failed' } } }
    lambda
      .function('reader')
      .throws(new Error('no'))
      .trigger(clicks, { ...start, ...bucket, MaximumRetryAttempts: 0 })
    send('a')
    await lambda.settled()
    const [delivery] = lambda.deliveries('arn:aws:s3:::failed')
    expect(delivery!.key).toMatch(
      /^aws\/lambda\/[-0-9a-f]{36}\/shardId-000000000000\/2026\/01\/31\/2026-01-31T12\.00\.00-[-0-9a-f]{36}$/,
    )
    expect(delivery!.record).toMatchObject({ payload: lambda.invocations()[0]!.event as object })
  })

  it('without a failure destination throws the records away', async () => {
    lambda
      .function('reader')
      .throws(new Error('no'))
      .trigger(clicks, { ...start, MaximumRetryAttempts: 0 })
    send('ab')
    await lambda.settled()
    expect(lambda.eventSource(clicks).messages().discarded).toMatchObject([
      { data: 'a', reason: 'The function failed once (RetryAttemptsExhausted).', attempts: 1 },
      { data: 'b' },
    ])
  })

  it('finds the record that is to blame by halving, which counts as no retry', async () => {
    const settings = { ...start, ...onFailure, BisectBatchOnFunctionError: true, MaximumRetryAttempts: 1 }
    lambda.function('reader', failingOn('c')).trigger(clicks, settings)
    send('abcdefg')
    await lambda.settled()
    expect(batches()).toEqual(['abcdefg', 'abcd', 'ab', 'cd', 'c', 'c', 'd', 'efg'])
    const { done, onFailure: told } = lambda.eventSource(clicks).messages()
    expect([datas(done), datas(told)]).toEqual(['abdefg', 'c'])
  })

  it('loses records that are older than MaximumRecordAgeInSeconds', async () => {
    lambda
      .function('reader')
      .throws(new Error('no'))
      .trigger(clicks, { ...start, ...onFailure, MaximumRecordAgeInSeconds: 60 })
    send('a')
    await lambda.settled()
    expect(secondsOf(lambda)).toEqual([0, 1, 3, 7, 15, 31])
    expect(lambda.deliveries(failed)).toMatchObject([{ condition: 'RecordAgeExceeded', at: noon + 63_000 }])
  })

  it('with endless retries ends when the stream keeps the records no more', async () => {
    lambda.function('reader').throws(new Error('no')).trigger(clicks, start)
    send('a')
    await lambda.settled()
    const [lost] = lambda.eventSource(clicks).messages().discarded
    expect(lost).toMatchObject({ data: 'a', reason: 'It was older than the 24 h for which its source keeps records.' })
    expect(lambda.clock.now().getTime() - noon).toBeLessThan(24.2 * 3_600_000)
  })

  it('leaves PROBLEM in LastProcessingResult, and success OK', async () => {
    const client = new LambdaClient()
    lambda.restore()
    lambda = newDouble({ clients: [client] })
    lambda.function('reader').throwsOnce(new Error('no')).returns('ok').trigger(clicks, start)
    const [mapping] = (await client.send(new ListEventSourceMappingsCommand({}))).EventSourceMappings!
    const result = async () => (await client.send(new GetEventSourceMappingCommand({ UUID: mapping!.UUID }))).LastProcessingResult
    expect(await result()).toBe('No records processed')
    send('a')
    await lambda.clock.advance(0)
    expect(await result()).toBe('PROBLEM: Function call failed')
    await lambda.settled()
    expect(await result()).toBe('OK')
  })
})

describe('ReportBatchItemFailures', () => {
  it('goes on from the lowest sequence number that is listed', async () => {
    lambda.function('reader', reporting('df')).trigger(clicks, { ...start, ...partial, ...onFailure, MaximumRetryAttempts: 1 })
    send('abcdefg')
    await lambda.settled()
    expect(batches()).toEqual(['abcdefg', 'defg'])
    const { done, onFailure: told } = lambda.eventSource(clicks).messages()
    expect([datas(done), datas(told)]).toEqual(['abc', 'defg'])
    expect(
      lambda
        .eventSource(clicks)
        .batches()
        .map(({ outcome }) => outcome),
    ).toEqual(['partly failed', 'failed'])
  })

  it('together with bisecting splits where the function says', async () => {
    const settings = { ...start, ...partial, ...onFailure, MaximumRetryAttempts: 0, BisectBatchOnFunctionError: true }
    lambda.function('reader', reporting('d')).trigger(clicks, settings)
    send('abcdefg')
    await lambda.settled()
    expect(batches()).toEqual(['abcdefg', 'defg', 'de', 'd', 'e', 'fg'])
    const { done, onFailure: told } = lambda.eventSource(clicks).messages()
    expect([datas(done), datas(told)]).toEqual(['abcefg', 'd'])
  })
})

it('a throttled batch is tried again, and no retry is used up', async () => {
  lambda
    .function('reader')
    .returns('ok')
    .reservedConcurrency(0)
    .trigger(clicks, { ...start, MaximumRetryAttempts: 0 })
  send('ab')
  await lambda.clock.advance('2s')
  lambda.function('reader').reservedConcurrency(1)
  await lambda.settled()
  expect(batches()).toEqual(['ab'])
  expect(secondsOf(lambda)).toEqual([3])
})

it('a mapping that is disabled goes on where it was', async () => {
  const client = new LambdaClient()
  lambda.restore()
  lambda = newDouble({ clients: [client] })
  lambda.function('reader').returns('ok').trigger(clicks, start)
  const [mapping] = (await client.send(new ListEventSourceMappingsCommand({}))).EventSourceMappings!
  const enable = (Enabled: boolean) => client.send(new UpdateEventSourceMappingCommand({ UUID: mapping!.UUID, Enabled }))
  send('a')
  await lambda.settled()
  await enable(false)
  send('b')
  await lambda.settled()
  expect([batches().join(''), datas(lambda.eventSource(clicks).messages().visible)]).toEqual(['a', 'b'])
  await enable(true)
  await lambda.settled()
  expect(batches()).toEqual(['a', 'b'])
})

describe('a tumbling window', () => {
  it('carries the state from batch to batch, and is closed by an event without records', async () => {
    lambda
      .function('counter', async (event) => ({ state: { count: (event.state.count ?? 0) + event.Records.length } }))
      .trigger(clicks, { ...start, BatchSize: 2, TumblingWindowInSeconds: 60 })
    send('abc')
    await lambda.clock.advance('59s')
    send('d')
    await lambda.clock.advance('2s')
    send('e')
    await lambda.settled()
    const window = { start: '2026-01-31T12:00:00Z', end: '2026-01-31T12:01:00Z' }
    const next = { start: '2026-01-31T12:01:00Z', end: '2026-01-31T12:02:00Z' }
    const seen = lambda.invocations().map(({ event }) => {
      const { Records: _, ...about } = event as Record<string, unknown>
      return [dataOf(event).join(''), about]
    })
    const common = { shardId: 'shardId-000000000000', eventSourceARN: clicks, isWindowTerminatedEarly: false }
    expect(seen).toEqual([
      ['ab', { ...common, window, state: {}, isFinalInvokeForWindow: false }],
      ['c', { ...common, window, state: { count: 2 }, isFinalInvokeForWindow: false }],
      ['d', { ...common, window, state: { count: 3 }, isFinalInvokeForWindow: false }],
      ['', { ...common, window, state: { count: 4 }, isFinalInvokeForWindow: true }],
      ['e', { ...common, window: next, state: {}, isFinalInvokeForWindow: false }],
      ['', { ...common, window: next, state: { count: 1 }, isFinalInvokeForWindow: true }],
    ])
  })

  it('fails a batch whose answer has no state', async () => {
    lambda
      .function('counter')
      .returnsOnce('ok')
      .returns({ state: {} })
      .trigger(clicks, { ...start, TumblingWindowInSeconds: 60 })
    send('a')
    await lambda.clock.advance('10s')
    expect(batches()).toEqual(['a', 'a'])
    expect(lambda.eventSource(clicks).batches()[0]).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('no state'),
    })
  })

  it('ends early when its state grows beyond 1 MB', async () => {
    lambda
      .function('counter')
      .returns({ state: { text: 'x'.repeat(1024 * 1024) } })
      .trigger(clicks, { ...start, TumblingWindowInSeconds: 60 })
    send('a')
    await lambda.settled()
    expect(lambda.invocations().map(({ event }) => event)).toMatchObject([
      { isFinalInvokeForWindow: false, isWindowTerminatedEarly: false },
      { Records: [], isFinalInvokeForWindow: true, isWindowTerminatedEarly: true },
    ])
  })
})
