import type { MockLambda } from '../../../../src/index'
import { noon } from '../../../support/runtime'
import { arns, newDouble } from '../../../support/sources'

/** Events as AWS's pages show them, with this double's ids; each is compared whole. */
let lambda: MockLambda
beforeEach(() => (lambda = newDouble()))
afterEach(() => lambda.restore())

const start = { StartingPosition: 'TRIM_HORIZON' as const }
const access = {
  SourceAccessConfigurations: [{ Type: 'BASIC_AUTH' as const, URI: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:demo' }],
}
const hex = (length: number) => expect.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`)) as string
const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) as string

async function eventOf(trigger: object): Promise<unknown> {
  lambda.function('reader').returns('ok').trigger(trigger)
  await lambda.settled()
  return lambda.invocations('reader')[0]!.event
}

it('of SQS', async () => {
  const { jobs } = arns
  lambda.eventSource(jobs).send({
    body: 'Test message.',
    attributes: {
      myAttribute: 'myValue',
      count: 7,
      bytes: Buffer.from([1, 2]),
      custom: { DataType: 'Number.int', StringValue: '1' },
    },
    traceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793',
  })
  const lists = { stringListValues: [], binaryListValues: [] }
  expect(await eventOf({ EventSourceArn: jobs })).toEqual({
    Records: [
      {
        messageId: uuid,
        receiptHandle: expect.any(String),
        body: 'Test message.',
        attributes: {
          ApproximateReceiveCount: '1',
          AWSTraceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793',
          SentTimestamp: String(noon),
          SenderId: 'AIDAIENQZJOLO23YVJ4VO',
          ApproximateFirstReceiveTimestamp: String(noon),
        },
        messageAttributes: {
          myAttribute: { stringValue: 'myValue', ...lists, dataType: 'String' },
          count: { stringValue: '7', ...lists, dataType: 'Number' },
          bytes: { binaryValue: 'AQI=', ...lists, dataType: 'Binary' },
          custom: { stringValue: '1', ...lists, dataType: 'Number.int' },
        },
        // As AWS's example has it for this body.
        md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
        md5OfMessageAttributes: hex(32),
        eventSource: 'aws:sqs',
        eventSourceARN: jobs,
        awsRegion: 'us-east-1',
      },
    ],
  })
})

it('of a FIFO queue', async () => {
  const { fifo } = arns
  lambda.eventSource(fifo).send({ body: 'Test message.', groupId: '1', deduplicationId: 'first' })
  expect(await eventOf({ EventSourceArn: fifo })).toMatchObject({
    Records: [
      {
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: String(noon),
          SequenceNumber: '18800000000000000001',
          MessageGroupId: '1',
          SenderId: 'AIDAIENQZJOLO23YVJ4VO',
          MessageDeduplicationId: 'first',
          ApproximateFirstReceiveTimestamp: String(noon),
        },
      },
    ],
  })
})

it('of Kinesis', async () => {
  const { clicks } = arns
  lambda.eventSource(clicks).send({ partitionKey: '1', data: 'Hello, this is a test.' })
  const sequenceNumber = expect.stringMatching(/^\d{56}$/) as string
  expect(await eventOf({ EventSourceArn: clicks, ...start })).toEqual({
    Records: [
      {
        kinesis: {
          kinesisSchemaVersion: '1.0',
          partitionKey: '1',
          sequenceNumber,
          data: 'SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==',
          approximateArrivalTimestamp: noon / 1000,
        },
        eventSource: 'aws:kinesis',
        eventVersion: '1.0',
        eventID: expect.stringMatching(/^shardId-000000000000:\d{56}$/),
        eventName: 'aws:kinesis:record',
        invokeIdentityArn: 'arn:aws:iam::123456789012:role/lambdouble',
        awsRegion: 'us-east-1',
        eventSourceARN: clicks,
      },
    ],
  })
})

// The three changes of AWS's example, with the sizes that it shows.
it('of DynamoDB', async () => {
  const { orders } = arns
  const table = lambda.eventSource(orders, { KeySchema: [{ AttributeName: 'Id', KeyType: 'HASH' }] })
  const [first, changed] = [
    { Message: 'New item!', Id: 101 },
    { Message: 'This item has changed', Id: 101 },
  ]
  table.send([
    { newImage: first },
    { newImage: { Message: { S: changed.Message }, Id: { N: '101' } }, oldImage: first },
    { oldImage: changed, expired: true },
  ])
  const images = [first, changed].map(({ Message }) => ({ Message: { S: Message }, Id: { N: '101' } }))
  const record = (eventName: string, change: object) => ({
    eventID: hex(32),
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    dynamodb: {
      ApproximateCreationDateTime: noon / 1000,
      Keys: { Id: { N: '101' } },
      SequenceNumber: expect.stringMatching(/^\d{28}$/),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      ...change,
    },
    eventSourceARN: orders,
  })
  expect(await eventOf({ EventSourceArn: orders, ...start })).toEqual({
    Records: [
      record('INSERT', { NewImage: images[0], SizeBytes: 26 }),
      record('MODIFY', { NewImage: images[1], OldImage: images[0], SizeBytes: 59 }),
      {
        ...record('REMOVE', { OldImage: images[1], SizeBytes: 38 }),
        userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
      },
    ],
  })
  expect(table.messages().done.map(({ data }) => data)[1]).toEqual({ keys: { Id: 101 }, newImage: changed, oldImage: first })
})

it.each([
  ['KEYS_ONLY', [], 3 + 3],
  ['NEW_IMAGE', ['NewImage'], 2 * 6 + 2],
  ['OLD_IMAGE', ['OldImage'], 2 * 6 + 3],
] as const)('of DynamoDB show what the view %s shows', async (StreamViewType, images, SizeBytes) => {
  lambda
    .eventSource(arns.orders, { StreamViewType })
    .send({ newImage: { key: 'abc', a: 'x' }, oldImage: { key: 'abc', a: 'xy' } })
  const { Records } = (await eventOf({ EventSourceArn: arns.orders, ...start })) as {
    Records: { dynamodb: Record<string, unknown> }[]
  }
  const { dynamodb } = Records[0]!
  expect(Object.keys(dynamodb).filter((name) => name.endsWith('Image'))).toEqual(images)
  expect(dynamodb.SizeBytes).toBe(SizeBytes)
})

it('of MSK', async () => {
  const { kafka } = arns
  lambda.eventSource(kafka, { NumPartitions: 2 }).send([
    { topic: 'mytopic', partition: 0, key: 'recordKey', value: 'Hello, this is a test.', headers: { headerKey: 'headerValue' } },
    { topic: 'mytopic', partition: 1, value: null, timestamp: 1545084650987 },
    { topic: 'another', value: 'x' },
  ])
  expect(await eventOf({ EventSourceArn: kafka, Topics: ['mytopic'], ...start })).toEqual({
    eventSource: 'aws:kafka',
    eventSourceArn: kafka,
    bootstrapServers: 'b-1.demo.a1bcde.c1.kafka.amazonaws.com:9092,b-2.demo.a1bcde.c1.kafka.amazonaws.com:9092',
    records: {
      'mytopic-0': [
        {
          topic: 'mytopic',
          partition: 0,
          offset: 0,
          timestamp: noon,
          timestampType: 'CREATE_TIME',
          key: 'cmVjb3JkS2V5',
          value: 'SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==',
          headers: [{ headerKey: [104, 101, 97, 100, 101, 114, 86, 97, 108, 117, 101] }],
        },
      ],
      'mytopic-1': [
        { topic: 'mytopic', partition: 1, offset: 0, timestamp: 1545084650987, timestampType: 'CREATE_TIME', headers: [] },
      ],
    },
  })
})

it("of another account's MSK, by a VPC connection, is that of the connection (documented as an EventSourceArn)", async () => {
  const connection =
    'arn:aws:kafka:us-east-1:123456789012:vpc-connection/210987654321/demo/5c2a7d0e-11aa-4a1f-8f53-0d8a5d2a1f0b-1'
  lambda.eventSource(connection).send({ topic: 'mytopic', value: { id: 7 } })
  expect(await eventOf({ EventSourceArn: connection, Topics: ['mytopic'], ...start })).toMatchObject({
    eventSource: 'aws:kafka',
    eventSourceArn: connection,
    records: { 'mytopic-0': [{ topic: 'mytopic' }] },
  })
})

it('of self-managed Kafka', async () => {
  lambda.eventSource('kafka.example.com:9092').send({ topic: 'mytopic', value: { id: 7 } })
  const trigger = {
    SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['kafka.example.com:9092'] } },
    Topics: ['mytopic'],
    ...access,
  }
  expect(await eventOf(trigger)).toEqual({
    eventSource: 'SelfManagedKafka',
    bootstrapServers: 'kafka.example.com:9092',
    records: {
      'mytopic-0': [
        {
          topic: 'mytopic',
          partition: 0,
          offset: 0,
          timestamp: noon,
          timestampType: 'CREATE_TIME',
          value: 'eyJpZCI6N30=',
          headers: [],
        },
      ],
    },
  })
})

it('of ActiveMQ', async () => {
  const { broker } = arns
  lambda
    .eventSource(broker)
    .send({ queue: 'testQueue', data: 'ABC:AAAA', correlationId: 'myJMSCoID', properties: { index: '1' } })
  expect(await eventOf({ EventSourceArn: broker, Queues: ['testQueue'], ...access })).toEqual({
    eventSource: 'aws:mq',
    eventSourceArn: broker,
    messages: [
      {
        messageID: expect.stringMatching(/^ID:b-9bcfa592-423a-4942-879d-eb284b418fc8-1\.mq\.us-east-1\.amazonaws\.com-/),
        messageType: 'jms/text-message',
        data: 'QUJDOkFBQUE=',
        connectionId: expect.any(String),
        redelivered: false,
        destination: { physicalname: 'testQueue' },
        timestamp: noon,
        brokerInTime: noon,
        brokerOutTime: noon,
        correlationId: 'myJMSCoID',
        properties: { index: '1' },
      },
    ],
  })
})

it('of RabbitMQ', async () => {
  const { broker } = arns
  const data = Buffer.from(JSON.stringify({ timeout: 0, data: 'CZrmf0Gw8Ov4bqLQxD4E' }))
  lambda.eventSource(broker, { EngineType: 'RABBITMQ' }).send({ queue: 'pizzaQueue', data, basicProperties: { priority: 34 } })
  expect(await eventOf({ EventSourceArn: broker, Queues: ['pizzaQueue'], ...access })).toEqual({
    eventSource: 'aws:rmq',
    eventSourceArn: broker,
    rmqMessagesByQueue: {
      'pizzaQueue::/': [
        {
          basicProperties: {
            contentType: 'text/plain',
            contentEncoding: null,
            headers: {},
            deliveryMode: 1,
            priority: 34,
            correlationId: null,
            replyTo: null,
            expiration: null,
            messageId: null,
            timestamp: null,
            type: null,
            userId: null,
            appId: null,
            clusterId: null,
            bodySize: 43,
          },
          redelivered: false,
          data: data.toString('base64'),
        },
      ],
    },
  })
})

it('of DocumentDB', async () => {
  const { docdb } = arns
  const fullDocument = { _id: { $oid: '63eeb6e7d418cd98afb1c1d7' }, lang: 'en-us' }
  lambda.eventSource(docdb).send({ database: 'test_database', collection: 'test_collection', fullDocument })
  lambda.eventSource(docdb).send({ database: 'test_database', collection: 'another', fullDocument })
  const DocumentDBEventSourceConfig = { DatabaseName: 'test_database', CollectionName: 'test_collection' }
  expect(await eventOf({ EventSourceArn: docdb, DocumentDBEventSourceConfig, ...start, ...access })).toEqual({
    eventSourceArn: docdb,
    events: [
      {
        event: {
          _id: { _data: expect.stringMatching(/^[0-9a-f]+$/) },
          clusterTime: { $timestamp: { t: noon / 1000, i: 1 } },
          documentKey: { _id: { $oid: '63eeb6e7d418cd98afb1c1d7' } },
          fullDocument,
          ns: { db: 'test_database', coll: 'test_collection' },
          operationType: 'insert',
        },
      },
    ],
    eventSource: 'aws:docdb',
  })
})

describe('a cluster or broker', () => {
  it('gives the same batch again until it succeeds, marked by brokers as redelivered', async () => {
    lambda.eventSource(arns.broker).send({ queue: 'q', data: 'x' })
    lambda
      .function('reader')
      .throwsOnce(new Error('no'))
      .returns('ok')
      .trigger({ EventSourceArn: arns.broker, Queues: ['q'], ...access })
    await lambda.settled()
    expect(lambda.invocations().map(({ event }) => event)).toMatchObject([
      { messages: [{ redelivered: false }] },
      { messages: [{ redelivered: true }] },
    ])
  })

  it('that keeps its messages for ever does not keep settled() for ever: an hour after they came nobody waits', async () => {
    lambda.eventSource(arns.broker).send({ queue: 'q', data: 'x' })
    lambda
      .function('reader')
      .throws(new Error('no'))
      .trigger({ EventSourceArn: arns.broker, Queues: ['q'], ...access })
    await lambda.settled()
    expect(lambda.eventSource(arns.broker).messages().inFlight).toMatchObject([{ data: 'x', functionName: 'reader' }])
    lambda.function('reader').returns('ok')
    await lambda.clock.advance('5m')
    expect(lambda.eventSource(arns.broker).messages().done).toHaveLength(1)
  })

  it('of Kafka takes failures by partition and offset, and tells its failure destination', async () => {
    lambda.eventSource(arns.kafka).send(['a', 'b', 'c'].map((value) => ({ topic: 'tea', value })))
    const OnFailure = { Destination: arns.failed }
    lambda
      .function('reader')
      .returns({ batchItemFailures: [{ itemIdentifier: { partition: 'tea-0', offset: 1 } }] })
      .trigger(arns.kafka, {
        Topics: ['tea'],
        ...start,
        MaximumRetryAttempts: 0,
        DestinationConfig: { OnFailure },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      })
    await lambda.settled()
    const { done, onFailure } = lambda.eventSource(arns.kafka).messages()
    expect([done, onFailure].map((list) => list.map(({ data }) => data))).toEqual([['a'], ['b', 'c']])
    expect(lambda.deliveries(arns.failed)[0]!.record).toMatchObject({ KafkaBatchInfo: { batchSize: 2 } })
  })
})
