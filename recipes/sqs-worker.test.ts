// Does your SQS worker process its messages, and what becomes of those it cannot? Hours of retries take no time.
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const jobs = 'arn:aws:sqs:us-east-1:123456789012:jobs'
const failedJobs = 'arn:aws:sqs:us-east-1:123456789012:failed-jobs'
const lambda = mockLambda({ region: 'us-east-1' })
const redrive = { RedrivePolicy: { deadLetterTargetArn: failedJobs, maxReceiveCount: 3 } }

// The worker under test.
async function worker(event: { Records: { body: string }[] }) {
  for (const { body } of event.Records) if (JSON.parse(body).amount < 0) throw new Error('negative amount')
}

test('a message is processed', async () => {
  lambda.function('worker', worker).trigger(jobs)
  lambda.eventSource(jobs).send({ id: 7, amount: 10 })

  await lambda.settled()

  expect(lambda).toHaveProcessed(jobs, { id: 7 })
  expect(lambda.invocations('worker')).toMatchObject([{ event: { Records: [{ eventSource: 'aws:sqs' }] } }])
})

test('a message that fails three times is a dead letter', async () => {
  lambda.function('worker', worker).trigger(jobs)
  const queue = lambda.eventSource(jobs, redrive)
  queue.send({ body: { id: 8, amount: -1 }, attributes: { source: 'web' } })

  await lambda.settled()

  expect(lambda).toHaveFailedBatch(jobs, 3)
  expect(lambda).not.toHaveProcessed(jobs)
  expect(queue.messages().dead).toMatchObject([{ data: { id: 8 }, attempts: 3 }])
  expect(lambda.eventSource(failedJobs).messages().visible).toHaveLength(1)
})
