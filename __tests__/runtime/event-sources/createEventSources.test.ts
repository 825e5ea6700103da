import '../../../src/jest'
import { arns, newDouble } from '../../support/sources'

const { jobs, clicks } = arns
const start = { StartingPosition: 'TRIM_HORIZON' as const }

it('a snapshot has what is in queues and streams, and after load it is processed', async () => {
  const lambda = newDouble()
  lambda.function('worker').throws(new Error('no')).trigger(jobs)
  lambda
    .function('reader')
    .returns('ok')
    .trigger(clicks, { ...start, Enabled: false })
  lambda.function('reader').returns('ok').trigger(`${clicks}/consumer/fast:1`, start)
  lambda.eventSource(jobs).send(['a', { body: 'late', delay: '1m' }])
  lambda.eventSource(clicks).send({ partitionKey: 'k', data: 'x' })
  await lambda.clock.advance('5s')
  const text = JSON.stringify(lambda.snapshot())
  lambda.reset()
  lambda.load(JSON.parse(text))
  lambda.function('worker').returns('ok')
  await lambda.settled()
  const { done } = lambda.eventSource(jobs).messages()
  expect(done.map(({ body, attempts }) => [body, attempts])).toEqual([
    ['a', 2],
    ['late', 1],
  ])
  expect(lambda).toHaveProcessed(clicks, 'x')
  lambda.restore()
})

it('a reset forgets sources', async () => {
  const lambda = newDouble()
  lambda.eventSource(jobs).send('a')
  lambda.reset()
  expect(lambda.eventSource(jobs).messages().visible).toEqual([])
  lambda.restore()
})

it('sources of another region are of that region', async () => {
  const lambda = newDouble()
  const there = lambda.region('eu-west-1')
  const arn = 'arn:aws:sqs:eu-west-1:123456789012:jobs'
  expect(() => lambda.eventSource(arn)).toThrow("Use lambda.region('eu-west-1').eventSource(arn).")
  there.function('worker').returns('ok').trigger(arn)
  there.eventSource(arn).send('a')
  await lambda.settled()
  expect(lambda).toHaveProcessed(arn, 'a')
  lambda.restore()
})
