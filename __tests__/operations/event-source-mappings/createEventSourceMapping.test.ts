import {
  CreateEventSourceMappingCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda'
import type { MockLambda } from '../../../src/index'
import type { Input } from '../../../src/model/api'
import { createApi } from '../../support/api'
import { arns, newDouble } from '../../support/sources'

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string
const mappingArn = expect.stringMatching(/^arn:aws:lambda:us-east-1:123456789012:event-source-mapping:[0-9a-f-]{36}$/) as string
const LastModified = new Date('2026-01-31T12:00:00.000Z')

const queue = 'arn:aws:sqs:us-east-1:123456789012:queue'
const fifo = `${queue}.fifo`
const stream = 'arn:aws:kinesis:us-east-1:123456789012:stream/clicks'
const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/2026-01-01T00:00:00.000'
const cluster = 'arn:aws:kafka:us-east-1:123456789012:cluster/demo/6357e0b2-0e6a-4b86-a0b4-70df934c2e31-5'
const broker = 'arn:aws:mq:us-east-1:123456789012:broker:demo:b-1234'
const documents = 'arn:aws:rds:us-east-1:123456789012:cluster:documents'
const secret = { Type: 'BASIC_AUTH', URI: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:secret-JojMCz' } as const
const kafka = {
  Topics: ['topic'],
  SourceAccessConfigurations: [secret],
  SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['kafka:1000'] } },
} as const

type Mapping = Omit<Input<'CreateEventSourceMapping'>, 'FunctionName'>

async function withFunction(functionStates?: 'staged') {
  const api = createApi(functionStates && { functionStates })
  await api.createFunction('orders')
  return {
    api,
    create: (mapping: Mapping) => api.call('CreateEventSourceMapping', { FunctionName: 'orders', ...mapping }),
    refusal: (mapping: Mapping) => api.refusal('CreateEventSourceMapping', { FunctionName: 'orders', ...mapping }),
  }
}

const badParameter = (message: string) => ({ code: 'InvalidParameterValueException', status: 400, message })

describe('CreateEventSourceMapping', () => {
  it('of a queue has the defaults of queues and shows no more than them (recorded)', async () => {
    const { create } = await withFunction()
    expect(await create({ EventSourceArn: queue })).toEqual({
      BatchSize: 10,
      EventSourceArn: queue,
      EventSourceMappingArn: mappingArn,
      FunctionArn: functionArn,
      FunctionResponseTypes: [],
      LastModified,
      MaximumBatchingWindowInSeconds: 0,
      State: 'Creating',
      StateTransitionReason: 'USER_INITIATED',
      UUID: uuid,
    })
  })

  it.each([
    [stream, 'LATEST'],
    [table, 'TRIM_HORIZON'],
  ] as const)('of a stream has the defaults of streams: %s (recorded for DynamoDB)', async (EventSourceArn, StartingPosition) => {
    const { create } = await withFunction()
    expect(await create({ EventSourceArn, StartingPosition, FilterCriteria: { Filters: [] } })).toEqual({
      BatchSize: 100,
      BisectBatchOnFunctionError: false,
      DestinationConfig: { OnFailure: {} },
      EventSourceArn,
      EventSourceMappingArn: mappingArn,
      FunctionArn: functionArn,
      FunctionResponseTypes: [],
      LastModified,
      LastProcessingResult: 'No records processed',
      MaximumBatchingWindowInSeconds: 0,
      MaximumRecordAgeInSeconds: -1,
      MaximumRetryAttempts: -1,
      ParallelizationFactor: 1,
      StartingPosition,
      State: 'Creating',
      StateTransitionReason: 'User action',
      TumblingWindowInSeconds: 0,
      UUID: uuid,
    })
  })

  it('of self-managed Kafka is a consumer group of its own name (recorded)', async () => {
    const { create } = await withFunction()
    const created = await create(kafka)
    expect(created).toEqual({
      BatchSize: 100,
      FunctionArn: functionArn,
      LastModified,
      LastProcessingResult: 'No records processed',
      ...kafka,
      SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: created.UUID },
      StartingPosition: 'TRIM_HORIZON',
      State: 'Creating',
      StateTransitionReason: 'USER_INITIATED',
      UUID: uuid,
    })
  })

  it('of self-managed Kafka takes a consumer group and a position (recorded)', async () => {
    const { create } = await withFunction()
    await create(kafka)
    const chosen = {
      Topics: ['topic_2'],
      BatchSize: 1,
      SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: 'random_id' },
      StartingPosition: 'LATEST',
    } as const
    expect(await create({ ...kafka, ...chosen })).toMatchObject(chosen)
  })

  it.each([
    ['managed Kafka', { EventSourceArn: cluster, Topics: ['t1'], StartingPosition: 'LATEST' }],
    ['a broker', { EventSourceArn: broker, Queues: ['jobs'], SourceAccessConfigurations: [secret] }],
    [
      'a document database',
      {
        EventSourceArn: documents,
        SourceAccessConfigurations: [secret],
        DocumentDBEventSourceConfig: { DatabaseName: 'shop', FullDocument: 'UpdateLookup' },
      },
    ],
  ] as const)('reads from %s', async (_, mapping) => {
    const { create } = await withFunction()
    expect(await create(mapping)).toMatchObject({
      ...mapping,
      BatchSize: 100,
      EventSourceMappingArn: mappingArn,
      LastProcessingResult: 'No records processed',
      StateTransitionReason: 'USER_INITIATED',
    })
  })

  it('echoes what was chosen', async () => {
    const { create } = await withFunction()
    const forStream = {
      EventSourceArn: stream,
      StartingPosition: 'AT_TIMESTAMP',
      StartingPositionTimestamp: new Date(0),
      BatchSize: 200,
      MaximumBatchingWindowInSeconds: 5,
      ParallelizationFactor: 10,
      DestinationConfig: { OnFailure: { Destination: queue } },
      MaximumRecordAgeInSeconds: 60,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 3,
      TumblingWindowInSeconds: 30,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      FilterCriteria: { Filters: [{ Pattern: '{"data":{"kind":["a"]}}' }] },
      KMSKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/one',
    } as const
    expect(await create(forStream)).toMatchObject(forStream)
    const forQueue = {
      EventSourceArn: queue,
      ScalingConfig: { MaximumConcurrency: 5 },
      MetricsConfig: { Metrics: ['EventCount'] },
    } as const
    expect(await create(forQueue)).toMatchObject(forQueue)
  })

  it('leads to the version or alias that was named', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    for (const [FunctionName, FunctionArn] of [
      ['orders:live', `${functionArn}:live`],
      [`${functionArn}:1`, `${functionArn}:1`],
      ['123456789012:function:orders', functionArn],
    ]) {
      const input = { FunctionName: FunctionName!, EventSourceArn: queue }
      expect(await api.call('CreateEventSourceMapping', input)).toMatchObject({ FunctionArn })
    }
  })

  it('carries tags, which ListTags shows and the mapping itself does not', async () => {
    const { api, create } = await withFunction()
    const created = await create({ EventSourceArn: queue, Tags: { team: 'shop' } })
    expect(created).not.toHaveProperty('Tags')
    expect(await api.call('ListTags', { Resource: created.EventSourceMappingArn! })).toEqual({ Tags: { team: 'shop' } })
  })

  it.each([
    [undefined, 'Enabled'],
    [true, 'Enabled'],
    [false, 'Disabled'],
  ])('with Enabled %s becomes %s after a while', async (Enabled, State) => {
    const { api, create } = await withFunction('staged')
    const { UUID } = await create({ EventSourceArn: queue, Enabled })
    const state = async () => (await api.call('GetEventSourceMapping', { UUID: UUID! })).State
    await api.house.clock.advance(9_999)
    expect(await state()).toBe('Creating')
    await api.house.clock.advance(1)
    expect(await state()).toBe(State)
  })

  describe('refuses', () => {
    it.each([
      ['no source', {}],
      ['a topic', { EventSourceArn: 'arn:aws:sns:us-east-1:123456789012:topic' }],
      ['a table instead of its stream', { EventSourceArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/orders' }],
    ])('%s as a source', async (_, mapping) => {
      const { refusal } = await withFunction()
      expect(await refusal(mapping)).toEqual(badParameter('Unrecognized event source.'))
    })

    it.each([
      [
        'self-managed Kafka without its secrets (recorded)',
        { ...kafka, SourceAccessConfigurations: undefined },
        'sourceAccessConfigurations',
      ],
      ['Kafka without a topic', { EventSourceArn: cluster }, 'topics'],
      ['a broker without a queue', { EventSourceArn: broker, SourceAccessConfigurations: [secret] }, 'queues'],
      ['a broker without its secrets', { EventSourceArn: broker, Queues: ['jobs'] }, 'sourceAccessConfigurations'],
      [
        'a document database without its name',
        { EventSourceArn: documents, SourceAccessConfigurations: [secret] },
        'documentDBEventSourceConfig',
      ],
    ])('%s', async (_, mapping, member) => {
      const { refusal } = await withFunction()
      expect(await refusal(mapping)).toEqual(badParameter(`Required '${member}' parameter is missing.`))
    })

    it('a stream without a starting position (recorded)', async () => {
      const { refusal } = await withFunction()
      const text =
        "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null."
      for (const EventSourceArn of [stream, table]) expect(await refusal({ EventSourceArn })).toEqual(badParameter(text))
    })

    it('an unknown starting position (recorded)', async () => {
      const { refusal } = await withFunction()
      expect(await refusal({ EventSourceArn: stream, StartingPosition: 'invalid' as 'LATEST' })).toEqual({
        code: 'ValidationException',
        status: 400,
        message:
          "1 validation error detected: Value 'invalid' at 'startingPosition' failed to satisfy constraint: " +
          'Member must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]',
      })
    })

    it.each([
      [
        'for a queue',
        { EventSourceArn: queue, StartingPosition: 'LATEST' },
        'StartingPosition is not valid for SQS event sources.',
      ],
      [
        'at a time of a DynamoDB stream',
        { EventSourceArn: table, StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp: new Date(0) },
        `Unsupported starting position for arn type: ${table}`,
      ],
      [
        'at a time without a time',
        { EventSourceArn: stream, StartingPosition: 'AT_TIMESTAMP' },
        "1 validation error detected: Value null at 'startingPositionTimestamp' failed to satisfy constraint: Member must not be null.",
      ],
    ] as const)('a starting position %s', async (_, mapping, message) => {
      const { refusal } = await withFunction()
      expect(await refusal(mapping)).toEqual(badParameter(message))
    })

    it.each([
      ['DestinationConfig', { EventSourceArn: queue, DestinationConfig: { OnSuccess: { Destination: fifo } } }],
      ['DestinationConfig', { EventSourceArn: stream, DestinationConfig: { OnSuccess: { Destination: queue } } }],
      ['DestinationConfig', { EventSourceArn: queue, DestinationConfig: { OnFailure: { Destination: fifo } } }],
      ['ParallelizationFactor', { EventSourceArn: queue, ParallelizationFactor: 2 }],
      ['TumblingWindowInSeconds', { ...kafka, TumblingWindowInSeconds: 2 }],
      ['ScalingConfig', { EventSourceArn: stream, StartingPosition: 'LATEST', ScalingConfig: { MaximumConcurrency: 2 } }],
      ['MaximumBatchingWindowInSeconds', { EventSourceArn: fifo, MaximumBatchingWindowInSeconds: 1 }],
      ['Topics', { EventSourceArn: queue, Topics: ['topic'] }],
    ] as const)('%s for a source that has no such thing', async (member, mapping) => {
      const { refusal } = await withFunction()
      const text = `Unsupported ${member} parameter for given event source mapping type.`
      expect(await refusal(mapping)).toEqual(badParameter(text))
    })

    it('a batch over 10 from a queue without a batching window (recorded)', async () => {
      const { refusal, create } = await withFunction()
      const text = 'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10'
      expect(await refusal({ EventSourceArn: queue, BatchSize: 11 })).toEqual(badParameter(text))
      expect(await refusal({ EventSourceArn: queue, BatchSize: 11, MaximumBatchingWindowInSeconds: 0 })).toEqual(
        badParameter(text),
      )
      await create({ EventSourceArn: queue, BatchSize: 11, MaximumBatchingWindowInSeconds: 1 })
    })

    it('a batch over 10 from a FIFO queue, which has no batching window', async () => {
      const { refusal, create } = await withFunction()
      expect(await refusal({ EventSourceArn: fifo, BatchSize: 11 })).toMatchObject({ code: 'InvalidParameterValueException' })
      expect(await create({ EventSourceArn: fifo, BatchSize: 10 })).toMatchObject({ BatchSize: 10 })
    })

    it('an age of records between -1 and 60 seconds', async () => {
      const { refusal } = await withFunction()
      const mapping = { EventSourceArn: stream, StartingPosition: 'LATEST', MaximumRecordAgeInSeconds: 59 } as const
      expect(await refusal(mapping)).toMatchObject({ code: 'InvalidParameterValueException' })
    })

    it.each(['null', 'simple string', '{"eventSource": "aws:sqs"}', '{"eventSource": []}'])(
      'a filter pattern that is no object of lists: %s (recorded)',
      async (Pattern) => {
        const { refusal } = await withFunction()
        const mapping = { EventSourceArn: queue, MaximumBatchingWindowInSeconds: 1, FilterCriteria: { Filters: [{ Pattern }] } }
        expect(await refusal(mapping)).toEqual(badParameter('Invalid filter pattern definition.'))
      },
    )

    it('more than 5 filters', async () => {
      const { refusal, create } = await withFunction()
      const Filters = Array.from({ length: 6 }, (_, index) => ({ Pattern: `{"body":{"a":[${index}]}}` }))
      expect(await refusal({ EventSourceArn: queue, FilterCriteria: { Filters } })).toMatchObject({ status: 400 })
      await create({ EventSourceArn: queue, FilterCriteria: { Filters: Filters.slice(1) } })
    })

    it('more than 50 tags', async () => {
      const { refusal, create } = await withFunction()
      const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'value']))
      const text = 'Number of tags exceeds resource tag limit.'
      expect(await refusal({ EventSourceArn: queue, Tags: tags(51) })).toEqual(badParameter(text))
      await create({ EventSourceArn: queue, Tags: tags(50) })
    })

    it('an unknown function, version or alias, after what is wrong with the source', async () => {
      const { api } = await withFunction()
      for (const FunctionName of ['doesnotexist', 'orders:7', 'orders:live']) {
        expect(await api.refusal('CreateEventSourceMapping', { FunctionName, EventSourceArn: queue })).toEqual(
          badParameter('Function does not exist'),
        )
      }
      expect(await api.refusal('CreateEventSourceMapping', { FunctionName: 'doesnotexist' })).toEqual(
        badParameter('Unrecognized event source.'),
      )
    })
  })

  describe('refuses the same mapping again', () => {
    it('of a queue (recorded)', async () => {
      const { create, refusal } = await withFunction()
      const { UUID } = await create({ EventSourceArn: queue })
      expect(await refusal({ EventSourceArn: queue, BatchSize: 1 })).toEqual({
        code: 'ResourceConflictException',
        status: 409,
        message:
          `An event source mapping with SQS arn (" ${queue} ") and function (" orders ") already exists. ` +
          `Please update or delete the existing mapping with UUID ${UUID}`,
      })
    })

    it('of a stream', async () => {
      const { create, refusal } = await withFunction()
      const { UUID } = await create({ EventSourceArn: stream, StartingPosition: 'LATEST' })
      expect(await refusal({ EventSourceArn: stream, StartingPosition: 'TRIM_HORIZON' })).toEqual({
        code: 'ResourceConflictException',
        status: 409,
        message:
          `The event source arn (" ${stream} ") and function (" orders ") provided mapping already exists. ` +
          `Please update or delete the existing mapping with UUID ${UUID}`,
      })
    })

    it.each([
      ['the same servers', ['kafka:1000']],
      ['one server shared', ['kafka:1000', 'kafka:2000']],
    ])('of Kafka with the topic and %s (recorded)', async (_, servers) => {
      const { create, refusal } = await withFunction()
      const { UUID } = await create(kafka)
      const mapping = { ...kafka, SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: servers } } }
      expect(await refusal(mapping)).toEqual({
        code: 'ResourceConflictException',
        status: 409,
        message:
          `An event source mapping with event source ("${servers.join(',')}"), function ("${functionArn}"), topics ("topic") ` +
          `already exists. Please update or delete the existing mapping with UUID ${UUID}`,
      })
    })

    it('but not of another topic, to another function, or after the first is gone', async () => {
      const { api, create } = await withFunction()
      await api.createFunction('other')
      await create(kafka)
      await create({ ...kafka, Topics: ['topic_2'] })
      const { UUID } = await create({ EventSourceArn: queue })
      await api.call('CreateEventSourceMapping', { FunctionName: 'other', EventSourceArn: queue })
      await api.call('DeleteEventSourceMapping', { UUID: UUID! })
      await create({ EventSourceArn: queue })
    })
  })
})

describe('a mapping of a queue that the test has declared', () => {
  let lambda: MockLambda
  beforeEach(() => (lambda = newDouble({ clients: [LambdaClient] })))
  afterEach(() => lambda.restore())

  it('is refused if messages are visible again before the function has to be done', () => {
    lambda.eventSource(arns.jobs)
    const worker = lambda.function('worker').configure({ Timeout: 60 })
    expect(() => worker.trigger(arns.jobs)).toThrow(
      'InvalidParameterValueException: Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds',
    )
    lambda.eventSource(arns.jobs, { VisibilityTimeout: 60 })
    worker.trigger(arns.jobs)
  })

  it('goes by the version that it leads to', async () => {
    lambda.eventSource(arns.jobs)
    lambda.function('worker').configure({ Timeout: 60 }).version().alias('live', '1').configure({ Timeout: 5 })
    const create = (FunctionName: string) =>
      lambda.client<LambdaClient>().send(new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn: arns.jobs }))
    await expect(create('worker:live')).rejects.toThrow('less than Function timeout: 60 seconds')
    await create('worker')
  })

  it('cannot be led to a function that takes longer either', async () => {
    lambda.eventSource(arns.jobs)
    lambda.function('worker').trigger(arns.jobs)
    lambda.function('slow').configure({ Timeout: 31 })
    const client = lambda.client<LambdaClient>()
    const [mapping] = (await client.send(new ListEventSourceMappingsCommand({}))).EventSourceMappings!
    await expect(client.send(new UpdateEventSourceMappingCommand({ UUID: mapping!.UUID, FunctionName: 'slow' }))).rejects.toThrow(
      'less than Function timeout: 31 seconds',
    )
  })

  it('is not judged by a queue that is only known as a dead-letter queue', async () => {
    const queue = lambda.eventSource(arns.jobs, { RedrivePolicy: { deadLetterTargetArn: arns.dead, maxReceiveCount: 1 } })
    lambda.function('worker').throws(new Error('no')).trigger(arns.jobs)
    queue.send('x')
    await lambda.settled()
    lambda.function('undertaker').configure({ Timeout: 60 }).trigger(arns.dead)
  })
})
