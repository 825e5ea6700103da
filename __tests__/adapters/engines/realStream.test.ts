import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mockLambda, type MockLambda } from '../../../src/index'
import { connectStream } from '../../../src/server'
import { startEngine, until, type EngineProcess } from '../../support/engines/engineProcess'
import { openKinesis, type StoredRecord } from '../../support/engines/kinesisServer'
import { writeState } from '../../support/engines/sqsServer'

/** These talk to a server over a socket by the real client, and so are in real time; they wait for conditions alone. */
jest.setTimeout(60_000)

const clicks = 'arn:aws:kinesis:us-east-1:123456789012:stream/clicks'
const failed = 'arn:aws:sqs:us-east-1:123456789012:failed'

let folder: string
let file: string
let lambda: MockLambda
let log: string[]
const undo: (() => unknown)[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lambdouble-kinesis-'))
  file = join(folder, 'kinesis.json')
  lambda = mockLambda({ clients: [], time: 'real', guard: 'off', region: 'us-east-1' })
  log = []
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  undo.push(() => lambda.restore())
})
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const now = Date.now()
const records = (shard: number, count: number): StoredRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const data = Buffer.from(JSON.stringify({ shard, index })).toString('base64')
    return { sequence: `${shard}${String(index).padStart(10, '0')}`, key: `key ${shard}`, data, at: now - 1000 + index }
  })
const decoded = (record: any): { shard: number; index: number } =>
  JSON.parse(Buffer.from(record.kinesis.data, 'base64').toString())

async function connect(endpoint: string): Promise<void> {
  const connection = await connectStream(lambda, { arn: clicks, endpoint, log: (line) => log.push(line) })
  undo.push(() => connection.close())
}

test('an engine is killed and started again in the middle: every record is processed, in the order of its shard', async () => {
  writeState(file, { clicks: { 'shardId-0': records(0, 40), 'shardId-1': records(1, 40) } })
  let engine: EngineProcess = await startEngine('kinesisServer', file)
  undo.push(() => engine.kill())
  const done: { shard: number; index: number }[] = []
  lambda
    .function('counter', async ({ Records }) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      done.push(...Records.map(decoded))
    })
    .trigger(clicks, { StartingPosition: 'TRIM_HORIZON', BatchSize: 4 })
  await connect(engine.endpoint)
  await until(() => done.length >= 20)
  await engine.kill()
  await until(() => log.some((line) => line.includes('Trying again')))
  engine = await startEngine('kinesisServer', file, Number(new URL(engine.endpoint).port))
  await until(() => done.length >= 80)
  for (const shard of [0, 1])
    expect(done.filter((each) => each.shard === shard).map(({ index }) => index)).toEqual(Array.from({ length: 40 }, (_, i) => i))
  expect(log.join('\n')).toMatch(/^Shard shardId-\d of \S+ for counter: it is back\.$/m)
})

test('a record comes with everything that Kinesis has', async () => {
  writeState(file, { clicks: { 'shardId-0': records(0, 1) } })
  const engine = await openKinesis(file)
  undo.push(() => engine.close())
  lambda.function('counter').returns(null).trigger(clicks, { StartingPosition: 'TRIM_HORIZON' })
  await connect(engine.endpoint)
  await until(() => lambda.invocations().length === 1)
  expect(lambda.invocations()[0]!.event).toEqual({
    Records: [
      {
        kinesis: {
          kinesisSchemaVersion: '1.0',
          partitionKey: 'key 0',
          sequenceNumber: '00000000000',
          data: 'eyJzaGFyZCI6MCwiaW5kZXgiOjB9',
          approximateArrivalTimestamp: (now - 1000) / 1000,
        },
        eventSource: 'aws:kinesis',
        eventVersion: '1.0',
        eventID: 'shardId-0:00000000000',
        eventName: 'aws:kinesis:record',
        invokeIdentityArn: expect.stringContaining('arn:aws:iam::'),
        awsRegion: 'us-east-1',
        eventSourceARN: clicks,
      },
    ],
  })
})

test('filters, halves, retries and failure destinations are those of streams in memory', async () => {
  writeState(file, { clicks: { 'shardId-0': records(0, 5) } })
  const engine = await openKinesis(file)
  undo.push(() => engine.close())
  const batches: number[][] = []
  lambda
    .function('counter', ({ Records }) => {
      batches.push(Records.map(decoded).map(({ index }: { index: number }) => index))
      if (batches.at(-1)!.includes(3)) throw new Error('boom')
      return null
    })
    .trigger(clicks, {
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: failed } },
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ data: { index: [{ numeric: ['>', 0] }] } }) }] },
    })
  await connect(engine.endpoint)
  await until(() => lambda.deliveries(failed).length === 1 && batches.length === 5)
  expect(batches).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [4]])
  expect(lambda.deliveries(failed)[0]!.record).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted' },
    KinesisBatchInfo: { shardId: 'shardId-0', batchSize: 1, startSequenceNumber: '00000000003' },
  })
})

test('a mapping that begins with the latest record leaves out those before, and one with a time those before it', async () => {
  writeState(file, { clicks: { 'shardId-0': records(0, 10) } })
  const engine = await openKinesis(file)
  undo.push(() => engine.close())
  lambda.function('late').returns(null).trigger(clicks, { StartingPosition: 'LATEST' })
  const StartingPositionTimestamp = new Date(now - 1000 + 7)
  lambda.function('later').returns(null).trigger(clicks, { StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp })
  await connect(engine.endpoint)
  await until(() => lambda.invocations('later').length === 1)
  expect((lambda.invocations('later')[0]!.event as any).Records.map(decoded).map(({ index }: any) => index)).toEqual([7, 8, 9])
  expect(lambda.invocations('late')).toEqual([])
})

test.each([
  [
    { arn: 'arn:aws:sqs:us-east-1:123456789012:jobs', endpoint: 'http://x' },
    'connectStream(lambda, options) needs the ARN of a stream',
  ],
  [{ arn: clicks, endpoint: 'http://x', queueUrl: 'x' }, 'connectStream(lambda, options) has no option queueUrl.'],
])('%j is refused', async (options, message) => {
  await expect((async () => connectStream(lambda, options as never))()).rejects.toThrow(message)
})
