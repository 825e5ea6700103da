import { badParameter, mappedOrders, mappings, secrets } from '../../support/mappings'

/** The API reference says so; no answer is recorded. */
describe('an event source mapping', () => {
  it.each([
    ['a managed cluster', mappings.managedKafka, 'AmazonManagedKafkaEventSourceConfig'],
    ['a self-managed cluster', mappings.selfManagedKafka, 'SelfManagedKafkaEventSourceConfig'],
  ] as const)('of %s keeps its consumer group for good', async (_, mapping, member) => {
    const { mapped } = await mappedOrders()
    const { update, refusal } = await mapped({ ...mapping, [member]: { ConsumerGroupId: 'one' } })
    expect(await refusal({ [member]: { ConsumerGroupId: 'two' } })).toMatchObject(badParameter)
    expect((await update({ [member]: { ConsumerGroupId: 'one' } }))[member]).toEqual({ ConsumerGroupId: 'one' })
  })

  it('of RabbitMQ keeps its virtual host for good', async () => {
    const { mapped } = await mappedOrders()
    const host = { Type: 'VIRTUAL_HOST', URI: '/' } as const
    const { update, refusal } = await mapped({ ...mappings.broker, SourceAccessConfigurations: [...secrets, host] })
    expect(await refusal({ SourceAccessConfigurations: [...secrets, host] })).toMatchObject(badParameter)
    const { SourceAccessConfigurations } = await update({ SourceAccessConfigurations: secrets })
    expect(SourceAccessConfigurations).toEqual([...secrets, host])
  })

  it('without a mode never shares its topic with others', async () => {
    const { mapped } = await mappedOrders()
    const { update, refusal } = await mapped(mappings.selfManagedKafka)
    expect(await refusal({ SelfManagedKafkaEventSourceConfig: { ConsumptionMode: 'Queue' } })).toMatchObject(badParameter)
    await expect(update({ SelfManagedKafkaEventSourceConfig: { ConsumptionMode: 'Stream' } })).resolves.toBeDefined()
  })
})
