import { toHaveFailedBatch } from '../../src/assertions/failedBatch'
import type { MockLambda } from '../../src/index'
import { arns, newDouble, reporting } from '../support/sources'
import { failureOf } from './doubles'

const { jobs } = arns
const partial = { FunctionResponseTypes: ['ReportBatchItemFailures' as const] }
let lambda: MockLambda
beforeEach(() => (lambda = newDouble()))
afterEach(() => lambda.restore())

describe('toHaveProcessed', () => {
  beforeEach(async () => {
    lambda.function('worker', reporting('bad')).trigger(jobs, partial)
    lambda
      .eventSource(jobs, { RedrivePolicy: { deadLetterTargetArn: arns.dead, maxReceiveCount: 1 } })
      .send([{ id: 7, total: 3 }, 'bad', '7'])
    await lambda.settled()
  })

  it('looks for what a record carries, and for the record as AWS delivers it', () => {
    lambda.assert.processed(jobs)
    lambda.assert.processed(jobs, { id: 7 })
    lambda.assert.processed(/jobs$/, '{"id":7}')
    lambda.assert.processed(jobs, '7')
    lambda.assert.processed(jobs, { body: '{"id":7,"total":3}', eventSource: 'aws:sqs' })
    lambda.assert.not.processed(jobs, 'bad')
    lambda.assert.not.processed(arns.dead)
  })

  it('shows the nearest record, and what became of the others', () => {
    expect(failureOf(() => lambda.assert.processed(jobs, { id: 8, total: 3 }))).toMatchInlineSnapshot(`
      "Records of arn:aws:sqs:us-east-1:123456789012:jobs that were processed: 2, none like this.

      Expected record:
        {"id":8,"total":3}

      Nearest of 2:
        {"id":7,"total":3} (worker)
           id: expected 8, received 7
        "7" (worker)
           the record: expected {"id":8,"total":3}, received "7"

      Records:
        2 processed, 1 in the dead-letter queue
        It was received once, as often as the queue's RedrivePolicy allows, and went to arn:aws:sqs:us-east-1:123456789012:dead.

      Seed: 1"
    `)
    expect(failureOf(() => lambda.assert.not.processed(jobs, { id: 7 }))).toMatchInlineSnapshot(`
      "Records like this of arn:aws:sqs:us-east-1:123456789012:jobs that were processed: 1, expected none.

      Processed:
        {"id":7,"total":3} (worker)

      Seed: 1"
    `)
    expect(failureOf(() => lambda.assert.processed('arn:aws:sqs:us-east-1:123456789012:job'))).toMatchInlineSnapshot(`
      "There is no event source arn:aws:sqs:us-east-1:123456789012:job.

      There are:
        arn:aws:sqs:us-east-1:123456789012:jobs
        arn:aws:sqs:us-east-1:123456789012:dead

      Seed: 1"
    `)
  })

  it('says that time has to pass', () => {
    lambda.eventSource(arns.failed).send('a')
    expect(failureOf(() => lambda.assert.processed(arns.failed))).toMatchInlineSnapshot(`
      "Nothing of arn:aws:sqs:us-east-1:123456789012:failed was processed.

      Records:
        1 to be received
      Batches and retries wait for the clock: await lambda.settled() first.

      Seed: 1"
    `)
  })
})

describe('toHaveFailedBatch', () => {
  it('counts batches that failed, in part too, and no throttles', async () => {
    lambda.function('worker').throwsOnce(new Error('no stock')).returns('ok').trigger(jobs)
    lambda.eventSource(jobs).send(['a', 'b'])
    await lambda.settled()
    lambda.assert.failedBatch(jobs)
    lambda.assert.failedBatch(jobs, 1)
    lambda.assert.not.failedBatch(jobs, 2)
    expect(failureOf(() => lambda.assert.failedBatch(jobs, 2))).toMatchInlineSnapshot(`
      "Batches of arn:aws:sqs:us-east-1:123456789012:jobs that failed: 1, expected 2.

      Batches:
        1. worker, 2 records: failed: Error: no stock
        2. worker, 2 records: processed

      Seed: 1"
    `)
  })

  it('wants an ARN and a whole number', () => {
    const view = { sources: [] } as never
    expect(() => toHaveFailedBatch(view)).toThrow('takes 1 or 2 arguments')
    expect(() => toHaveFailedBatch(view, 5)).toThrow('needs the ARN')
    expect(() => toHaveFailedBatch(view, jobs, -1)).toThrow('a whole number')
  })
})
