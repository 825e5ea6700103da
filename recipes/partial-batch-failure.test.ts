// Does your worker report the messages that failed, and only those?
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const jobs = 'arn:aws:sqs:us-east-1:123456789012:jobs'
const lambda = mockLambda({ region: 'us-east-1' })

// The worker under test.
async function worker(event: { Records: { messageId: string; body: string; attributes: Record<string, string> }[] }) {
  const failed = event.Records.filter(({ body, attributes }) => body === 'flaky' && attributes.ApproximateReceiveCount === '1')
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
}

test('only what was reported is received again', async () => {
  lambda.function('worker', worker).trigger(jobs, { FunctionResponseTypes: ['ReportBatchItemFailures'] })
  const queue = lambda.eventSource(jobs)
  queue.send(['good', 'flaky', 'good too'])
  await lambda.clock.advance(0)
  expect(queue.messages().done.map(({ body }) => body)).toEqual(['good', 'good too'])
  expect(queue.messages().inFlight.map(({ body }) => body)).toEqual(['flaky'])

  await lambda.clock.advance('30s') // the queue's visibility timeout
  expect(queue.messages().done).toHaveLength(3)
  expect(queue.batches().map(({ outcome, ids }) => [outcome, ids.length])).toEqual([
    ['partly failed', 3],
    ['processed', 1],
  ])
})

test('an answer that Lambda does not understand fails the whole batch', async () => {
  const typo = { batchItemFailures: [{ itemIdentifer: 'x' }] }
  lambda
    .function('worker')
    .returnsOnce(typo)
    .returns({})
    .trigger(jobs, { FunctionResponseTypes: ['ReportBatchItemFailures'] })
  lambda.eventSource(jobs).send(['a', 'b'])
  await lambda.settled()
  expect(lambda).toHaveFailedBatch(jobs, 1)
})
