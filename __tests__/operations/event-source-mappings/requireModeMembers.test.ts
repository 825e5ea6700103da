import { badParameter, mappedOrders, mappings, unsupported } from '../../support/mappings'

const shared = { ...mappings.selfManagedKafka, SelfManagedKafkaEventSourceConfig: { ConsumptionMode: 'Queue' } } as const

describe('an event source mapping that shares its topic with others (ConsumptionMode Queue)', () => {
  it('shows its mode, has no position, and by default gives up at once', async () => {
    const { create } = await mappedOrders()
    const created = await create(shared)
    expect(created).toMatchObject({
      SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: created.UUID, ConsumptionMode: 'Queue' },
      MaximumRetryAttempts: 0,
    })
    expect(created.StartingPosition).toBeUndefined()
  })

  it.each([
    ['StartingPosition', { StartingPosition: 'LATEST' }],
    ['StartingPositionTimestamp', { StartingPositionTimestamp: new Date(0) }],
    ['MaximumBatchingWindowInSeconds', { MaximumBatchingWindowInSeconds: 1 }],
  ] as const)('has no %s', async (member, more) => {
    const { refusal } = await mappedOrders()
    expect(await refusal({ ...shared, ...more })).toEqual(unsupported(member))
  })

  it('keeps its mode for good, and what goes with it', async () => {
    const { mapped } = await mappedOrders()
    const { update, refusal } = await mapped(shared)
    expect(await refusal({ SelfManagedKafkaEventSourceConfig: { ConsumptionMode: 'Stream' } })).toMatchObject(badParameter)
    expect(await refusal({ MaximumBatchingWindowInSeconds: 1 })).toEqual(unsupported('MaximumBatchingWindowInSeconds'))
    const same = { SelfManagedKafkaEventSourceConfig: { ConsumptionMode: 'Queue' } } as const
    expect(await update({ ...same, BatchSize: 7 })).toMatchObject({ ...same, BatchSize: 7 })
  })
})
