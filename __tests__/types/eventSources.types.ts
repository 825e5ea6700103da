import { mockLambda } from 'lambdouble'

const lambda = mockLambda()

// What may be sent follows from the ARN.
const queue = lambda.eventSource('arn:aws:sqs:us-east-1:123456789012:jobs', { VisibilityTimeout: 5 })
queue.send('text')
queue.send([{ body: { id: 7 }, delay: '10s', attributes: { source: 'web', count: 7 } }, { id: 7 }])
queue.messages().dead[0]!.body satisfies string | undefined
// @ts-expect-error -- no attribute of a queue
lambda.eventSource('arn:aws:sqs:us-east-1:123456789012:jobs', { VisibilityTimout: 5 })

const stream = lambda.eventSource('arn:aws:kinesis:us-east-1:123456789012:stream/clicks', { ShardCount: 2 })
stream.send({ partitionKey: 'k', data: { id: 7 } }).id satisfies string
// @ts-expect-error -- the partition key is missing
stream.send({ data: 'x' })

const table = lambda.eventSource('arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/x', { StreamViewType: 'NEW_IMAGE' })
table.send([{ newImage: { id: 7 } }, { oldImage: { id: { N: '7' } }, expired: true }])
// @ts-expect-error -- no view of a stream
lambda.eventSource('arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/x', { StreamViewType: 'ALL' })

lambda.eventSource('arn:aws:kafka:us-east-1:123456789012:cluster/x/y').send({ topic: 'tea', value: 'x' })
lambda.eventSource('arn:aws:mq:us-east-1:123456789012:broker:x:y').send({ queue: 'q', data: 'x', correlationId: 'c' })
lambda
  .eventSource('arn:aws:mq:us-east-1:123456789012:broker:x:y', { EngineType: 'RABBITMQ' })
  .send({ queue: 'q', data: 'x', basicProperties: {} })
const rabbit = lambda.eventSource('arn:aws:mq:us-east-1:123456789012:broker:x:y', { EngineType: 'RABBITMQ' })
// @ts-expect-error -- a member of ActiveMQ's messages
rabbit.send({ queue: 'q', data: 'x', correlationId: 'c' })

// An ARN that is known at run time only takes anything; it is checked then.
const arn: string = 'arn:aws:sqs:us-east-1:123456789012:jobs'
lambda.eventSource(arn).send({ body: 'x' })
lambda.assert.processed(arn, { id: 7 })
lambda.assert.not.failedBatch(arn, 2)
// @ts-expect-error -- a number of times
lambda.assert.failedBatch(arn, 'twice')
