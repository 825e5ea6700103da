// One bad record in a stream: is it isolated, and are all others processed, in order?
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const clicks = 'arn:aws:kinesis:us-east-1:123456789012:stream/clicks'
const failedClicks = 'arn:aws:sqs:us-east-1:123456789012:failed-clicks'
const lambda = mockLambda({ region: 'us-east-1' })

// The reader under test.
async function reader(event: { Records: { kinesis: { data: string } }[] }) {
  for (const { kinesis } of event.Records) JSON.parse(Buffer.from(kinesis.data, 'base64').toString())
}

test('a batch that fails is halved until the bad record stands alone', async () => {
  lambda.function('reader', reader).trigger(clicks, {
    StartingPosition: 'TRIM_HORIZON',
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 1,
    DestinationConfig: { OnFailure: { Destination: failedClicks } },
  })
  const stream = lambda.eventSource(clicks)
  const [, bad] = stream.send([{ id: 1 }, 'no JSON', { id: 3 }, { id: 4 }].map((data) => ({ partitionKey: 'customer-7', data })))

  await lambda.settled()

  expect(stream.messages().done.map(({ data }) => data)).toEqual([{ id: 1 }, { id: 3 }, { id: 4 }])
  expect(stream.batches().map(({ ids }) => ids.length)).toEqual([4, 2, 1, 1, 1, 2])
  expect(lambda).toHaveDelivered(failedClicks, {
    requestContext: { condition: 'RetryAttemptsExhausted' },
    KinesisBatchInfo: { batchSize: 1, startSequenceNumber: bad!.id },
  })
})
