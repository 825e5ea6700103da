import { buildFunction } from '../../src/builders/buildFunction'
import type { TriggerSettings } from '../../src/builders/seedTrigger'
import { createApi } from '../support/api'

const queue = 'arn:aws:sqs:us-east-1:123456789012:jobs'

function setup() {
  const api = createApi({ functionStates: 'staged' })
  const orders = buildFunction(api.house.seedOf('us-east-1'), 'orders')
  const mappings = async () => (await api.call('ListEventSourceMappings', { FunctionName: 'orders' })).EventSourceMappings
  return { orders, mappings }
}

describe('trigger', () => {
  it('maps a source to the function, enabled at once', async () => {
    const { orders, mappings } = setup()
    expect(orders.trigger(queue, { BatchSize: 5 })).toBe(orders)
    expect(await mappings()).toMatchObject([{ EventSourceArn: queue, BatchSize: 5, State: 'Enabled' }])
  })

  it('takes self-managed Kafka, which has no ARN', async () => {
    const { orders, mappings } = setup()
    orders.trigger({
      SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['kafka:1000'] } },
      SourceAccessConfigurations: [],
      Topics: ['orders'],
    })
    expect(await mappings()).toMatchObject([{ Topics: ['orders'], State: 'Enabled' }])
  })

  it.each([
    [{ BatchSze: 5 }, /trigger\(\.\.\.\): CreateEventSourceMapping has no member BatchSze\. Did you mean BatchSize/],
    [{ FunctionName: 'other' }, /trigger\(\.\.\.\) is for this function: leave FunctionName out/],
    [{ BatchSize: 11 }, /CreateEventSourceMapping answers InvalidParameterValueException: Maximum batch window/],
  ])('names what is wrong with %j', (settings, message) => {
    const { orders } = setup()
    expect(() => orders.trigger(queue, settings as TriggerSettings)).toThrow(message)
  })
})
