import type { MockLambda } from '../../../src/index'
import { arns, newDouble } from '../../support/sources'

let lambda: MockLambda
beforeEach(() => (lambda = newDouble()))
afterEach(() => lambda.restore())

describe('an ARN', () => {
  it.each([
    ['sqs', arns.jobs],
    ['sqsFifo', arns.fifo],
    ['kinesis', arns.clicks],
    ['dynamodb', arns.orders],
    ['kafka', arns.kafka],
    ['selfManagedKafka', 'a.example.com:9092,b.example.com:9092'],
    ['activemq', arns.broker],
    ['documentdb', arns.docdb],
  ])('tells that a source is of type %s', (type, arn) => {
    expect(lambda.eventSource(arn).type).toBe(type)
  })

  it('of a broker does not tell its engine, which stays what it was said to be', () => {
    expect(lambda.eventSource(arns.broker, { EngineType: 'RABBITMQ' }).type).toBe('rabbitmq')
    expect(lambda.eventSource(arns.broker).type).toBe('rabbitmq')
    expect(() => lambda.eventSource(arns.broker, { EngineType: 'ACTIVEMQ' })).toThrow('is of type rabbitmq already')
  })

  it.each([
    ['jobs', "lambda.eventSource('jobs') needs an ARN"],
    ['', 'needs the ARN of a queue, stream or cluster'],
    ['arn:aws:sns:us-east-1:123456789012:topic', 'names nothing that Lambda reads'],
    ['arn:aws:dynamodb:us-east-1:123456789012:table/Orders', 'names nothing that Lambda reads'],
    ['arn:aws:sqs:eu-west-1:123456789012:jobs', "lambda.region('eu-west-1')"],
  ])('that Lambda cannot read is refused: %s', (arn, message) => {
    expect(() => lambda.eventSource(arn)).toThrow(message)
  })
})

describe('settings that AWS would refuse are refused', () => {
  it.each([
    [arns.jobs, { VisibilityTimout: 5 }, "Did you mean 'VisibilityTimeout'?"],
    [arns.jobs, { VisibilityTimeout: 43_201 }, 'from 0 to 43200'],
    [arns.jobs, { RedrivePolicy: '{' }, 'has to be { deadLetterTargetArn, maxReceiveCount }'],
    [arns.jobs, { RedrivePolicy: { deadLetterTargetArn: arns.fifo, maxReceiveCount: 1 } }, 'of the same type'],
    [arns.jobs, { RedrivePolicy: { deadLetterTargetArn: arns.dead, maxReceiveCount: 0 } }, 'from 1 to 1000'],
    [arns.jobs, { ContentBasedDeduplication: true }, 'only FIFO queues have'],
    [arns.clicks, { ShardCount: 0 }, 'from 1 to 1000'],
    [arns.orders, { StreamViewType: 'ALL' }, 'KEYS_ONLY'],
    [arns.orders, { KeySchema: 'id' }, 'a list of one or two'],
    [arns.broker, { EngineType: 'MQ' }, 'ACTIVEMQ or RABBITMQ'],
    [arns.kafka, { Partitions: 2 }, "has no member 'Partitions'"],
  ])('%s %j', (arn, settings, message) => {
    expect(() => lambda.eventSource(arn as string, settings)).toThrow(message)
  })

  it('and those that are left out stay as they were', async () => {
    lambda.eventSource(arns.jobs, { VisibilityTimeout: 5 })
    lambda.eventSource(arns.jobs, { DelaySeconds: 1 }).send('a')
    lambda.function('worker').throwsOnce(new Error('no')).returns('ok').trigger(arns.jobs)
    await lambda.settled()
    const [first, second] = lambda.invocations()
    expect(second!.at - first!.at).toBe(5000)
  })
})

describe('what AWS would not take is not sent', () => {
  it.each([
    [arns.jobs, { attributes: { a: 'x' } }, 'but no body'],
    [arns.jobs, { body: 'x', attribute: {} }, "Did you mean 'attributes'?"],
    [arns.jobs, { body: 'x', MessageBody: 'y' }, 'twice'],
    [arns.jobs, '', 'not empty'],
    [arns.jobs, undefined, 'needs body'],
    [arns.jobs, 'x'.repeat(1_048_577), 'no more than 1048576'],
    [arns.jobs, { body: 'x', delay: '16m' }, 'from 0 to 15 minutes'],
    [arns.jobs, { body: 'x', deduplicationId: 'x' }, 'only FIFO queues take'],
    [arns.jobs, { body: 'x', attributes: { a: '' } }, "attribute 'a' has to be"],
    [arns.jobs, { body: 'x', attributes: { a: { DataType: 'Text', StringValue: 'x' } } }, 'String, Number or Binary'],
    [arns.fifo, { body: 'x' }, 'needs a groupId'],
    [arns.fifo, { body: 'x', groupId: 'g', delay: '1s' }, 'for all its messages only'],
    [arns.clicks, 'x', 'needs { partitionKey, data }'],
    [arns.clicks, { data: 'x' }, 'needs partitionKey'],
    [arns.clicks, { partitionKey: 'k', data: undefined }, 'needs data'],
    [arns.orders, {}, 'needs a newImage, an oldImage, or both'],
    [arns.orders, { newImage: { id: () => 1 } }, 'newImage.id has to be'],
    [arns.orders, { newImage: { id: 1 }, expired: true }, 'has an old one only'],
    [arns.kafka, { topic: 'tea', value: 'x', partition: 1 }, 'from 0 to 0'],
    [arns.kafka, { topic: 'tea' }, 'null is a tombstone'],
    [arns.broker, { data: 'x' }, 'needs queue'],
    [arns.docdb, { database: 'd', collection: 'c' }, 'needs a documentKey'],
  ])('%s %j', (arn, message, text) => {
    const source = lambda.eventSource(arn as string)
    expect(() => source.send(message)).toThrow(text)
    expect(() => source.send([message])).toThrow('[0]')
    expect(source.messages().visible).toEqual([])
  })
})
