import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { mockLambda, type MockLambda } from '../../../src/index'
import { connectQueue, type Connection } from '../../../src/server'
import { startEngine, until, type EngineProcess } from '../../support/engines/engineProcess'
import { newQueue, openSqs, readState, writeState, type EngineServer, type SqsState } from '../../support/engines/sqsServer'

/** These talk to a server over a socket by the real client, and so are in real time; they wait for conditions alone. */
jest.setTimeout(60_000)

const jobs = 'arn:aws:sqs:us-east-1:123456789012:jobs'
const lost = 'arn:aws:sqs:us-east-1:123456789012:lost'

let folder: string
let file: string
let lambda: MockLambda
let log: string[]
const undo: (() => unknown)[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lambdouble-sqs-'))
  file = join(folder, 'sqs.json')
  lambda = mockLambda({ clients: [], time: 'real', guard: 'off', region: 'us-east-1' })
  log = []
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  undo.push(() => lambda.restore())
})
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const client = (endpoint: string) =>
  new SQSClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })

async function connect(endpoint: string, arn = jobs): Promise<Connection> {
  const connection = await connectQueue(lambda, { arn, endpoint, log: (line) => log.push(line) })
  undo.push(() => connection.close())
  return connection
}

/** An engine in this process, with queues. */
async function open(
  queues: SqsState,
): Promise<{ readonly server: EngineServer; readonly send: (...bodies: string[]) => Promise<void> }> {
  writeState(file, queues)
  const server = await openSqs(file)
  undo.push(() => server.close())
  const sqs = client(server.endpoint)
  undo.push(() => sqs.destroy())
  const QueueUrl = `${server.endpoint}/123456789012/jobs`
  return {
    server,
    async send(...bodies) {
      for (const MessageBody of bodies) await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }))
    },
  }
}

const queueOf = (name = 'jobs') => readState(file)[name]!
const bodiesOf = (event: any): string[] => event.Records.map(({ body }: { body: string }) => body)

test('an engine is killed and started again in the middle: no message is lost, none acknowledged before it was processed', async () => {
  const bodies = Array.from({ length: 60 }, (_, index) => `job ${index}`)
  const at = Date.now()
  const messages = bodies.map((body, index) => ({ id: `${index}`, body, attributes: {}, sentAt: at, visibleAt: at, receives: 0 }))
  writeState(file, { jobs: newQueue({ messages }) })
  let engine: EngineProcess = await startEngine('sqsServer', file)
  undo.push(() => engine.kill())
  const port = Number(new URL(engine.endpoint).port)

  const seen = new Map<string, number>()
  const succeeded = new Map<string, number>()
  lambda
    .function('worker', async (event) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      for (const body of bodiesOf(event)) seen.set(body, (seen.get(body) ?? 0) + 1)
      // Every third message fails the first time.
      const bad = bodiesOf(event).filter((body) => seen.get(body) === 1 && Number(body.slice(4)) % 3 === 0)
      for (const body of bodiesOf(event)) if (!bad.includes(body) && !succeeded.has(body)) succeeded.set(body, Date.now())
      const failures = event.Records.filter(({ body }: { body: string }) => bad.includes(body))
      return { batchItemFailures: failures.map(({ messageId }: any) => ({ itemIdentifier: messageId })) }
    })
    .trigger(jobs, { BatchSize: 4, FunctionResponseTypes: ['ReportBatchItemFailures'] })
  await connect(engine.endpoint)

  for (const enough of [10, 30]) {
    await until(() => succeeded.size >= enough)
    await engine.kill()
    const deleted = queueOf().deleted.map(({ body }) => body)
    expect(deleted.filter((body) => !succeeded.has(body))).toEqual([])
    expect([...queueOf().messages.map(({ body }) => body), ...deleted].sort()).toEqual([...bodies].sort())
    engine = await startEngine('sqsServer', file, port)
  }
  await until(() => queueOf().messages.length === 0)

  expect([...succeeded.keys()].sort()).toEqual([...bodies].sort())
  const { deleted } = queueOf()
  expect(deleted.map(({ body }) => body).sort()).toEqual([...bodies].sort())
  expect(deleted.filter(({ body, at }) => at < succeeded.get(body)!)).toEqual([])
  expect(log.join('\n')).toMatch(/^Queue \S+:jobs for worker: .*(ECONN\w+|socket hang up)\. Trying again in 0\.5 s\.$/m)
  expect(log.join('\n')).toContain('it is back.')
})

test('a message comes with everything that SQS has', async () => {
  const { server } = await open({ jobs: newQueue() })
  lambda.function('worker').returns(null).trigger(jobs)
  await connect(server.endpoint)
  const sqs = client(server.endpoint)
  const MessageAttributes = {
    kind: { DataType: 'String', StringValue: 'a' },
    raw: { DataType: 'Binary', BinaryValue: Buffer.from('b') },
  }
  await sqs.send(new SendMessageCommand({ QueueUrl: 'http://x/123456789012/jobs', MessageBody: 'tea', MessageAttributes }))
  await until(() => queueOf().deleted.length === 1)
  expect(lambda.invocations('worker')[0]!.event).toEqual({
    Records: [
      {
        messageId: expect.any(String),
        receiptHandle: expect.any(String),
        body: 'tea',
        attributes: {
          SenderId: expect.any(String),
          ApproximateReceiveCount: '1',
          SentTimestamp: expect.stringMatching(/^\d{13}$/),
          ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
        },
        messageAttributes: {
          kind: { stringValue: 'a', stringListValues: [], binaryListValues: [], dataType: 'String' },
          raw: { binaryValue: 'Yg==', stringListValues: [], binaryListValues: [], dataType: 'Binary' },
        },
        md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/),
        eventSource: 'aws:sqs',
        eventSourceARN: jobs,
        awsRegion: 'us-east-1',
      },
    ],
  })
})

test('messages that no filter lets through are deleted without a run', async () => {
  const { server, send } = await open({ jobs: newQueue() })
  const Filters = [{ Pattern: JSON.stringify({ body: { kind: ['tea'] } }) }]
  lambda.function('worker').returns(null).trigger(jobs, { FilterCriteria: { Filters } })
  await send('{"kind":"coffee"}', '{"kind":"tea"}')
  await connect(server.endpoint)
  await until(() => queueOf().deleted.length === 2)
  expect(lambda.invocations('worker').flatMap(({ event }) => bodiesOf(event))).toEqual(['{"kind":"tea"}'])
})

test('a function that fails deletes nothing; the queue shows the message again, and moves it away by its own rules', async () => {
  const { server, send } = await open({ jobs: newQueue({ redrive: { target: 'lost', maxReceiveCount: 2 } }), lost: newQueue() })
  lambda.function('worker').throws(new Error('boom')).trigger(jobs)
  await send('tea')
  await connect(server.endpoint)
  await until(() => queueOf('lost').messages.length === 1)
  expect(lambda.invocations('worker').map(({ attempt }) => attempt)).toEqual([1, 2])
  expect(queueOf().deleted).toEqual([])
  expect(log).toContain(`Queue ${jobs}: worker failed with a batch. Error: boom`)
})

test('a function that has no place to run keeps its messages, and gets them when there is one', async () => {
  const { server, send } = await open({ jobs: newQueue({ visibilityTimeout: 30 }) })
  lambda.function('worker').returns(null).reservedConcurrency(0).trigger(jobs)
  await send('tea')
  await connect(server.endpoint)
  await until(() => queueOf().messages[0]!.receives === 1)
  expect(queueOf().deleted).toEqual([])
  lambda.function('worker').reservedConcurrency(1)
  await until(() => queueOf().deleted.length === 1)
  expect(lambda.invocations('worker')).toHaveLength(1)
})

test('a batching window collects more than ten messages', async () => {
  const { server, send } = await open({ jobs: newQueue({ visibilityTimeout: 30 }) })
  lambda.function('worker').returns(null).trigger(jobs, { BatchSize: 12, MaximumBatchingWindowInSeconds: 30 })
  await send(...Array.from({ length: 12 }, (_, index) => `job ${index}`))
  await connect(server.endpoint)
  await until(() => queueOf().deleted.length === 12)
  expect(lambda.invocations('worker')).toHaveLength(1)
})

test('closing gives back what was received and not begun with, and waits for the function at work', async () => {
  const { server, send } = await open({ jobs: newQueue({ visibilityTimeout: 600 }) })
  let finish!: () => void
  lambda
    .function('worker', () => new Promise<void>((resolve) => (finish = resolve)))
    .configure({ Timeout: 60 })
    .trigger(jobs, { BatchSize: 20, MaximumBatchingWindowInSeconds: 300 })
  await send('a')
  const collecting = await connect(server.endpoint)
  await until(() => queueOf().messages[0]!.receives === 1)
  await collecting.close()
  expect(queueOf()).toMatchObject({ givenBack: 1, deleted: [], messages: [{ body: 'a' }] })
  expect(lambda.invocations('worker')).toEqual([])

  lambda.reset()
  lambda
    .function('worker', () => new Promise<void>((resolve) => (finish = resolve)))
    .configure({ Timeout: 60 })
    .trigger(jobs)
  const working = await connect(server.endpoint)
  await until(() => finish !== undefined)
  const closed = working.close()
  finish()
  await closed
  expect(queueOf()).toMatchObject({ messages: [], deleted: [{ body: 'a' }] })
})

test('a function that is at work for longer than the grace has its messages given back', async () => {
  const { server, send } = await open({ jobs: newQueue({ visibilityTimeout: 600 }) })
  let isAtWork = false
  lambda
    .function('worker', () => new Promise<void>(() => (isAtWork = true)))
    .configure({ Timeout: 60 })
    .trigger(jobs)
  await send('a')
  const connection = await connect(server.endpoint)
  await until(() => isAtWork)
  await connection.close({ grace: 10 })
  expect(queueOf()).toMatchObject({ givenBack: 1, deleted: [], messages: [{ body: 'a' }] })
})

test('dead letters of a function go to the real queue', async () => {
  const { server } = await open({ lost: newQueue() })
  lambda.function('mails').throws(new Error('full')).async({ deadLetter: lost, maximumRetryAttempts: 0 })
  await connect(server.endpoint, lost)
  await lambda.events.sns('mails', { message: 'tea' })
  await lambda.settled()
  const [message] = queueOf('lost').messages
  expect(JSON.parse(message!.body)).toMatchObject({ Records: [{ Sns: { Message: 'tea' } }] })
  expect(message!.attributes).toMatchObject({ ErrorMessage: { DataType: 'String', StringValue: 'full' } })
  expect(lambda.deliveries(lost)).toMatchObject([{ error: undefined }])
})

test('what goes to a connected queue lies there alone, with its trace', async () => {
  const { server, send } = await open({ jobs: newQueue() })
  lambda.function('worker').returns(null).trigger(jobs)
  lambda.function('starter').returns(null).async({ onSuccess: jobs })
  await connect(server.endpoint)
  await send('a')
  await lambda.events.sns('starter', { message: 'tea' })
  await until(() => queueOf().deleted.length === 2)
  expect(lambda.invocations('worker').flatMap(({ event }) => bodiesOf(event))).toHaveLength(2)
  const records = lambda.invocations('worker').flatMap(({ event }) => (event as any).Records)
  expect(records.find(({ body }) => body !== 'a').attributes.AWSTraceHeader).toContain('Lineage=')
  expect(lambda.eventSource(jobs).messages()).toMatchObject({ visible: [], done: [] })
})

test('a client of your own does, and is not closed', async () => {
  const { server, send } = await open({ jobs: newQueue() })
  lambda.function('worker').returns(null).trigger(jobs)
  const own = client(server.endpoint)
  undo.push(() => own.destroy())
  const queueUrl = `${server.endpoint}/123456789012/jobs`
  const connection = await connectQueue(lambda, { arn: jobs, client: own, queueUrl })
  await send('a')
  await until(() => queueOf().deleted.length === 1)
  await connection.close()
  await send('b')
  await own.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: 'c' }))
  expect(queueOf().messages.map(({ body }) => body)).toEqual(['b', 'c'])
})

test('a queue that comes later, and a mapping that comes later, are found', async () => {
  const { server } = await open({})
  await connect(server.endpoint)
  lambda.function('worker').returns(null).trigger(jobs)
  await until(() => log.some((line) => /QueueDoesNotExist: The specified queue does not exist\. Trying again/.test(line)))
})

test.each([
  [{ arn: 'jobs', endpoint: 'http://127.0.0.1:1' }, 'connectQueue(lambda, options) needs the ARN of a queue, not "jobs".'],
  [{ arn: jobs }, 'needs a client, or an endpoint such as http://127.0.0.1:9324, not undefined.'],
  [{ arn: jobs, endpoint: '127.0.0.1' }, 'needs a client, or an endpoint such as http://127.0.0.1:9324, not 127.0.0.1.'],
  [{ arn: jobs, client: {} }, 'needs client as a client of the SDK v3, with a send method.'],
  [{ arn: jobs, endpiont: 'x' }, 'connectQueue(lambda, options) has no option endpiont. Did you mean endpoint?'],
])('%j is refused', async (options, message) => {
  await expect((async () => connectQueue(lambda, options as never))()).rejects.toThrow(message)
})
