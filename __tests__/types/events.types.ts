/** Read by the compiler alone: what pushes and connections take and give, and that misspelled members do not compile. */
import { KinesisClient } from '@aws-sdk/client-kinesis'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { HttpAnswer, MockLambda } from '../../src/index'
import { connectQueue, connectStream } from '../../src/server'

declare const lambda: MockLambda

export async function pushes(): Promise<void> {
  const { Records } = await lambda.events.sns('orders', { message: { id: 7 }, subject: 'new', attributes: { a: 'b', n: 1 } })
  const message: string = Records[0]!.Sns.Message
  await lambda.events.s3('orders', { bucket: 'b', key: message, eventName: 'ObjectRemoved:Delete' })
  const event = await lambda.events.eventBridge('orders', { source: 'shop', detailType: 'Placed', detail: { id: 7 } })
  const time: string = event.time
  await lambda.events.scheduled('orders')
  await lambda.events.scheduled('orders', { time })
  await lambda.events.logs('orders', { logGroup: 'g', messages: ['a', { message: 'b', time: 0 }] })
  const answer: HttpAnswer<{ id: number }> = await lambda.events.apiGateway<{ id: number }>('api', { path: '/' })
  const id: number = answer.body.id
  await lambda.events.alb('api', { path: `/${id}`, multiValueHeaders: true })
  const { response } = await lambda.events.cognito('check', { triggerSource: 'PreSignUp_SignUp', userAttributes: { email: 'a' } })
  void response.autoConfirmUser
  void lambda.region('eu-west-1').events.sns('orders', { message: 'a' })
  const { rawPath } = lambda.events.apiGateway.event({ version: '2.0', path: '/' })
  const { httpMethod } = lambda.events.apiGateway.event({ path: rawPath })
  void lambda.events.scheduled.event().detail
  void httpMethod
}

export function refused(): void {
  // @ts-expect-error no message
  void lambda.events.sns('orders', { subject: 'new' })
  // @ts-expect-error a misspelled member
  void lambda.events.sns('orders', { message: 'a', topic: 'b' })
  // @ts-expect-error S3 has no such event
  void lambda.events.s3('orders', { bucket: 'b', key: 'k', eventName: 'ObjectCreated:Putt' })
  // @ts-expect-error user pools have no such trigger
  void lambda.events.cognito('check', { triggerSource: 'PreSignUp' })
  // @ts-expect-error there is no such version
  void lambda.events.apiGateway('api', { path: '/', version: '3.0' })
  // @ts-expect-error a service that does not push
  void lambda.events.sqs('orders', { message: 'a' })
}

export async function engines(): Promise<void> {
  const arn = 'arn:aws:sqs:us-east-1:123456789012:jobs'
  const queue = await connectQueue(lambda, {
    arn,
    client: new SQSClient(),
    queueUrl: 'http://127.0.0.1:9324/1/jobs',
    log: console.log,
  })
  await queue.close({ grace: 1_000 })
  await connectStream(lambda, { arn: 'arn:aws:kinesis:us-east-1:123456789012:stream/clicks', client: new KinesisClient() })
  // @ts-expect-error streams have no URL
  await connectStream(lambda, { arn, queueUrl: 'http://127.0.0.1:9324/1/jobs' })
  // @ts-expect-error no ARN
  await connectQueue(lambda, { endpoint: 'http://127.0.0.1:9324' })
}
