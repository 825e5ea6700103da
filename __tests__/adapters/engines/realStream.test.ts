import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mockLambda, type MockLambda } from '../../../src/index'
import { connectStream, type Connection } from '../../../src/server'
import { startEngine, until, type EngineProcess } from '../../support/engines/engineProcess'
import { openKinesis, type KinesisState, type StoredRecord } from '../../support/engines/kinesisServer'
import { writeState, type EngineServer } from '../../support/engines/sqsServer'

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

async function connect(endpoint: string, to = lambda): Promise<Connection> {
  const connection = await connectStream(to, { arn: clicks, endpoint, log: (line) => log.push(line) })
  undo.push(() => connection.close())
  return connection
}

/** Which records a function got, one run after the other. */
const read = (name: string, from = lambda) =>
  from.invocations(name).map(({ event }) => (event as any).Records.map(decoded).map(({ index }: any) => index))

async function open(streams: KinesisState, port = 0): Promise<EngineServer> {
  writeState(file, streams)
  const engine = await openKinesis(file, port)
  undo.push(() => engine.close())
  return engine
}

/** Another double, as another process would be, with what the first one has kept. */
function successor(): MockLambda {
  const other = mockLambda({ clients: [], time: 'real', guard: 'off', region: 'us-east-1' })
  undo.push(() => other.restore())
  other.function('counter').returns(null)
  other.load(JSON.parse(JSON.stringify(lambda.snapshot())))
  return other
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

test('a reader goes on where the one before it ended, in this process and in the next', async () => {
  const engine = await open({ clicks: { 'shardId-0': records(0, 3) } })
  lambda.function('counter').returns(null).trigger(clicks, { StartingPosition: 'TRIM_HORIZON' })
  const first = await connect(engine.endpoint)
  await until(() => read('counter').length === 1)
  await first.close()
  await engine.close()
  const longer = await open({ clicks: { 'shardId-0': records(0, 5), 'shardId-1': records(1, 1) } })
  const second = await connect(longer.endpoint)
  await until(() => read('counter').flat().length === 6)
  expect(read('counter').flat().sort()).toEqual([0, 0, 1, 2, 3, 4])
  await second.close()
  await longer.close()
  const other = successor()
  const longest = await open({ clicks: { 'shardId-0': records(0, 6), 'shardId-1': records(1, 1) } })
  await connect(longest.endpoint, other)
  await until(() => read('counter', other).length === 1)
  expect(read('counter', other)).toEqual([[5]])
})

test('a mapping that began with the latest record gets what came while nobody read, also if it had got nothing before', async () => {
  const engine = await open({ clicks: { 'shardId-0': records(0, 2) } })
  lambda.function('counter').returns(null).trigger(clicks, { StartingPosition: 'LATEST' })
  const first = await connect(engine.endpoint)
  const begun = () => JSON.stringify(lambda.snapshot()).includes('"shardId-0"')
  await until(begun)
  await first.close()
  await engine.close()
  const late = { ...records(0, 3)[2]!, at: Date.now() }
  const longer = await open({ clicks: { 'shardId-0': [...records(0, 2), late] } })
  const other = successor()
  await connect(longer.endpoint, other)
  await until(() => read('counter', other).length === 1)
  expect(read('counter', other)).toEqual([[2]])
})

test('what a function is at work on when the double goes comes again, and nothing before that', async () => {
  const engine = await open({ clicks: { 'shardId-0': records(0, 4) } })
  let go: (() => void) | undefined
  lambda
    .function('counter', ({ Records }) =>
      decoded(Records[0]).index < 2 ? null : new Promise((resolve) => (go = () => resolve(null))),
    )
    .trigger(clicks, { StartingPosition: 'TRIM_HORIZON', BatchSize: 2 })
  const first = await connect(engine.endpoint)
  await until(() => go !== undefined)
  await first.close({ grace: 0 })
  const other = successor()
  go!()
  await connect(engine.endpoint, other)
  await until(() => read('counter', other).length === 1)
  expect(read('counter', other)).toEqual([[2, 3]])
})

test('a connection that closes waits for the batch that a function is at work on, and lets no other begin', async () => {
  const engine = await open({ clicks: { 'shardId-0': records(0, 4) } })
  let go: (() => void) | undefined
  let runs = 0
  lambda
    .function('counter', () => (runs++, new Promise((resolve) => (go = () => resolve(null)))))
    .trigger(clicks, { StartingPosition: 'TRIM_HORIZON', BatchSize: 2 })
  const first = await connect(engine.endpoint)
  await until(() => go !== undefined)
  let isClosed = false
  const closed = first.close().then(() => (isClosed = true))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(isClosed).toBe(false)
  go!()
  await closed
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(read('counter')).toEqual([[0, 1]])
  expect(runs).toBe(1)
})

test('an engine that has forgotten everything is read anew, and a line says so', async () => {
  const engine = await open({ clicks: { 'shardId-0': records(0, 2) } })
  lambda.function('counter').returns(null).trigger(clicks, { StartingPosition: 'TRIM_HORIZON' })
  const first = await connect(engine.endpoint)
  await until(() => read('counter').length === 1)
  await first.close()
  await engine.close()
  const another = await open({ clicks: { 'shardId-0': [{ ...records(0, 1)[0]!, sequence: '77' }] } })
  await connect(another.endpoint)
  await until(() => read('counter').length === 2)
  expect(read('counter')).toEqual([[0, 1], [0]])
  expect(log).toEqual([
    expect.stringMatching(/^Shard shardId-0 of \S+ for counter: reading cannot go on where it was, and begins anew\. /),
  ])
})

test('records of a tumbling window that is still open come again, since what it carries over is not kept', async () => {
  const at = Math.floor(now / 900_000) * 900_000
  const early = { ...records(0, 1)[0]!, at: at - 1000 }
  const engine = await open({
    clicks: {
      'shardId-0': [
        early,
        ...records(0, 3)
          .slice(1)
          .map((each) => ({ ...each, at })),
      ],
    },
  })
  const seen: number[][] = []
  lambda
    .function('counter', ({ Records, state }) => {
      seen.push(Records.map(decoded).map(({ index }: any) => index))
      return { state }
    })
    .trigger(clicks, { StartingPosition: 'TRIM_HORIZON', TumblingWindowInSeconds: 900 })
  const first = await connect(engine.endpoint)
  await until(() => seen.flat().includes(2))
  await first.close()
  const other = successor()
  await connect(engine.endpoint, other)
  await until(() => read('counter', other).length === 1)
  expect(read('counter', other)).toEqual([[1, 2]])
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
