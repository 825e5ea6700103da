import { CreateEventSourceMappingCommand, CreateFunctionCommand, GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda'
import { mockLambda } from '../../src/index'

const queue = 'arn:aws:sqs:us-east-1:123456789012:jobs'
const role = 'arn:aws:iam::123456789012:role/r'
const jobs = { FunctionName: 'jobs', Role: role, Runtime: 'nodejs22.x', Handler: 'index.handler' } as const

it('settled() ends changes of state that take time on the clock, and what waits for them', async () => {
  const lambda = mockLambda({ functionStates: 'staged' })
  const client = lambda.client()
  await client.send(new CreateFunctionCommand({ ...jobs, Code: { S3Bucket: 'code', S3Key: 'jobs.zip' } }))
  await lambda.settled()
  const { State } = await client.send(new GetFunctionConfigurationCommand({ FunctionName: 'jobs' }))
  expect(State).toBe('Active')

  lambda.function('jobs').returns(null)
  lambda.eventSource(queue).send('a job')
  await client.send(new CreateEventSourceMappingCommand({ FunctionName: 'jobs', EventSourceArn: queue }))
  await lambda.settled()
  expect(lambda.invocations('jobs')).toHaveLength(1)
  lambda.restore()
})

it('settled() leaves the clock where it is if changes of state take no time', async () => {
  const lambda = mockLambda({ now: 0 })
  await lambda.client().send(new CreateFunctionCommand({ ...jobs, Code: { S3Bucket: 'code', S3Key: 'jobs.zip' } }))
  await lambda.settled()
  expect(lambda.clock.now().getTime()).toBeLessThan(1000)
  lambda.restore()
})
