// Does the filter of your mapping let through what it should? It is EventBridge's language, traps included.
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const jobs = 'arn:aws:sqs:us-east-1:123456789012:jobs'
const lambda = mockLambda({ region: 'us-east-1' })

async function passing(pattern: object, messages: readonly unknown[]): Promise<unknown[]> {
  const Filters = [{ Pattern: JSON.stringify(pattern) }]
  lambda.function('worker').returns('ok').trigger(jobs, { FilterCriteria: { Filters } })
  const queue = lambda.eventSource(jobs)
  queue.send(messages.map((body) => ({ body })))
  await lambda.settled()
  return queue.messages().done.map(({ data }) => data)
}

test('a range of numbers takes no text', async () => {
  const pattern = { body: { total: [{ numeric: ['>', 0, '<=', 100] }] } }
  expect(await passing(pattern, [{ total: 100 }, { total: 101 }, { total: '50' }, {}])).toEqual([{ total: 100 }])
})

test('anything-but wants the field to be there, exists: false does not', async () => {
  const pattern = { body: { state: [{ 'anything-but': { prefix: 'x-' } }, { exists: false }] } }
  expect(await passing(pattern, [{ state: 'paid' }, { state: 'x-test' }, { id: 7 }])).toEqual([{ state: 'paid' }, { id: 7 }])
})

test('what is let through by no filter is deleted, and so is a body that is no JSON', async () => {
  expect(await passing({ body: { id: [7] } }, ['no JSON', { id: 8 }])).toEqual([])
  expect(lambda.eventSource(jobs).messages().discarded).toHaveLength(2)
  expect(lambda).not.toHaveInvoked('worker')
})
