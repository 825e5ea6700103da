// Does your function react to changes of a table? Write the items as plain values; the events are DynamoDB's.
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const orders = 'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-01-01T00:00:00.000'
const lambda = mockLambda({ region: 'us-east-1' })

test('a change comes with its keys and both images', async () => {
  lambda.function('audit').returns('ok').trigger(orders, { StartingPosition: 'LATEST' })
  const table = lambda.eventSource(orders, { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] })
  table.send({ oldImage: { id: 'o-7', total: 10 }, newImage: { id: 'o-7', total: 12, tags: ['gift'] } })

  await lambda.settled()

  expect(lambda).toHaveProcessed(orders, { keys: { id: 'o-7' }, newImage: { total: 12 } })
  expect(lambda.invocations('audit')[0]!.event).toMatchObject({
    Records: [
      {
        eventName: 'MODIFY',
        dynamodb: {
          Keys: { id: { S: 'o-7' } },
          OldImage: { total: { N: '10' } },
          NewImage: { total: { N: '12' }, tags: { L: [{ S: 'gift' }] } },
        },
      },
    ],
  })
})

test('what the time to live deletes says so', async () => {
  lambda.function('audit').returns('ok').trigger(orders, { StartingPosition: 'LATEST' })
  lambda.eventSource(orders).send({ oldImage: { id: 'o-8' }, expired: true })
  await lambda.settled()
  expect(lambda).toHaveProcessed(orders, { eventName: 'REMOVE', userIdentity: { principalId: 'dynamodb.amazonaws.com' } })
})
