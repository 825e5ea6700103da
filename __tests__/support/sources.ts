import { mockLambda, type MockLambda, type MockLambdaOptions } from '../../src/index'
import { noon } from './runtime'

export const arns = {
  jobs: 'arn:aws:sqs:us-east-1:123456789012:jobs',
  dead: 'arn:aws:sqs:us-east-1:123456789012:dead',
  fifo: 'arn:aws:sqs:us-east-1:123456789012:jobs.fifo',
  clicks: 'arn:aws:kinesis:us-east-1:123456789012:stream/clicks',
  orders: 'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-01-31T12:00:00.000',
  kafka: 'arn:aws:kafka:us-east-1:123456789012:cluster/demo/b4a5e1c8-11aa-4a1f-8f53-0d8a5d2a1f0b-1',
  broker: 'arn:aws:mq:us-east-1:123456789012:broker:demo:b-9bcfa592-423a-4942-879d-eb284b418fc8',
  docdb: 'arn:aws:rds:us-east-1:123456789012:cluster:demo',
  failed: 'arn:aws:sqs:us-east-1:123456789012:failed',
} as const

/** A double that nobody's client reaches, at noon. */
export function newDouble(options: MockLambdaOptions = {}): MockLambda {
  return mockLambda({ now: noon, seed: 1, clients: [], region: 'us-east-1', ...options })
}

/** Seconds since noon at which each run began. */
export function secondsOf(lambda: MockLambda, name?: string): number[] {
  return lambda.invocations(name).map(({ at }) => (at - noon) / 1000)
}

/** The bodies of each run's batch. */
export function batchesOf(lambda: MockLambda, name?: string): string[][] {
  return lambda.invocations(name).map(({ event }) => (event as { Records: { body: string }[] }).Records.map(({ body }) => body))
}

/** A handler that reports the messages of these bodies as failed. */
export function reporting(...bad: readonly string[]) {
  return (event: { Records: { messageId: string; body: string }[] }) =>
    Promise.resolve({
      batchItemFailures: event.Records.filter(({ body }) => bad.includes(body)).map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    })
}
