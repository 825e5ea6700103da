import '../../../../src/jest'
import type { MockLambda } from '../../../../src/index'
import type { Mapping } from '../../../support/mappings'
import { arns, newDouble } from '../../../support/sources'

const onFailure = { DestinationConfig: { OnFailure: { Destination: arns.failed } } }
const brokers = 'kafka.example.com:9092'
const selfManaged: Mapping = {
  SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: [brokers] } },
  SourceAccessConfigurations: [
    { Type: 'SASL_SCRAM_512_AUTH', URI: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka' },
  ],
}

let lambda: MockLambda
beforeEach(() => (lambda = newDouble()))
afterEach(() => lambda.restore())

/** How often a function is called for a record that it always fails with, within a day. */
async function runsOf(source: string, mapping: Mapping): Promise<number> {
  lambda.function('tea', () => Promise.reject(new Error('no'))).trigger({ Topics: ['tea'], ...mapping })
  lambda.eventSource(source).send({ topic: 'tea', value: 'a' })
  await lambda.clock.advance('1d')
  return lambda.invocations('tea').length
}

describe('records of Kafka (https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html)', () => {
  it.each([
    ['without a limit of retries', {}, 11],
    ['with an infinite limit', { MaximumRetryAttempts: -1 }, 11],
    ['with a lower limit', { MaximumRetryAttempts: 2 }, 3],
  ])('are given up after 10 retries at most where there is a destination, %s', async (_, limit, runs) => {
    expect(await runsOf(arns.kafka, { EventSourceArn: arns.kafka, ...limit, ...onFailure })).toBe(runs)
    expect(lambda).toHaveDelivered(arns.failed)
  })

  it('are tried again without end where there is none', async () => {
    expect(await runsOf(arns.kafka, { EventSourceArn: arns.kafka })).toBeGreaterThan(11)
  })

  it('that a share group reads are given up at once unless more is asked for', async () => {
    const queueMode = { SelfManagedKafkaEventSourceConfig: { ConsumptionMode: 'Queue' } } as const
    expect(await runsOf(brokers, { ...selfManaged, ...queueMode })).toBe(1)
  })
})
