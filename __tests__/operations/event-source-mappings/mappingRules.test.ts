import { arns } from '../../support/sources'
import { badParameter, mappedOrders, mappings, unsupported } from '../../support/mappings'

/** Rules that the API reference of AWS states, without a recorded answer. */
describe('an event source mapping', () => {
  const LoggingConfig = { SystemLogLevel: 'INFO' } as const

  it.each([
    ['a managed Kafka cluster', mappings.managedKafka],
    ['a self-managed Kafka cluster', mappings.selfManagedKafka],
  ])('of %s has a logging configuration', async (_, mapping) => {
    const { create } = await mappedOrders()
    expect(await create({ ...mapping, LoggingConfig })).toMatchObject({ LoggingConfig })
  })

  it.each([
    ['a queue', mappings.queue],
    ['a stream', mappings.stream],
    ['a broker', mappings.broker],
  ])('of %s has no logging configuration', async (_, mapping) => {
    const { refusal, mapped } = await mappedOrders()
    expect(await refusal({ ...mapping, LoggingConfig })).toEqual(unsupported('LoggingConfig'))
    expect(await (await mapped(mapping)).refusal({ LoggingConfig })).toEqual(unsupported('LoggingConfig'))
  })

  it.each([
    ['2 to 10,000 pollers for a queue', mappings.queue, { MinimumPollers: 2, MaximumPollers: 10_000 }],
    ['1 to 2,000 pollers for Kafka', mappings.managedKafka, { MinimumPollers: 1, MaximumPollers: 2_000 }],
    ['a group of pollers for Kafka', mappings.selfManagedKafka, { PollerGroupName: 'group' }],
  ])('takes %s', async (_, mapping, ProvisionedPollerConfig) => {
    const { create } = await mappedOrders()
    expect(await create({ ...mapping, ProvisionedPollerConfig })).toMatchObject({ ProvisionedPollerConfig })
  })

  it.each([
    ['less than 2 pollers for a queue', mappings.queue, { MinimumPollers: 1 }],
    ['a maximum of less than 2 pollers for a queue', mappings.queue, { MaximumPollers: 1 }],
    ['more than 2,000 pollers for Kafka', mappings.managedKafka, { MaximumPollers: 2_001 }],
    ['a group of pollers for a queue', mappings.queue, { PollerGroupName: 'group' }],
  ])('refuses %s', async (_, mapping, ProvisionedPollerConfig) => {
    const { refusal, mapped } = await mappedOrders()
    expect(await refusal({ ...mapping, ProvisionedPollerConfig })).toMatchObject(badParameter)
    expect(await (await mapped(mapping)).refusal({ ProvisionedPollerConfig })).toMatchObject(badParameter)
  })

  it('sends what it gives up to a queue, a topic, a bucket or a Kafka topic', async () => {
    const { mapped, refusal } = await mappedOrders()
    const { update } = await mapped(mappings.stream)
    for (const Destination of [arns.dead, 'arn:aws:sns:us-east-1:123456789012:topic', 'arn:aws:s3:::bucket', 'kafka://topic']) {
      const DestinationConfig = { OnFailure: { Destination } }
      expect(await update({ DestinationConfig })).toMatchObject({ DestinationConfig })
    }
    for (const Destination of [
      'arn:aws:lambda:us-east-1:123456789012:function:orders',
      'arn:aws:events:us-east-1:123456789012:event-bus/default',
    ]) {
      const answer = await refusal({
        ...mappings.stream,
        EventSourceArn: `${arns.clicks}2`,
        DestinationConfig: { OnFailure: { Destination } },
      })
      expect(answer).toMatchObject(badParameter)
    }
  })

  it('that is encrypted shows its filters alone, not in the list', async () => {
    const { api, create, mapped } = await mappedOrders()
    const FilterCriteria = { Filters: [{ Pattern: '{"body":{"a":[1]}}' }] }
    const KMSKeyArn = 'arn:aws:kms:us-east-1:123456789012:key/one'
    const { UUID } = await mapped({ ...mappings.queue, FilterCriteria, KMSKeyArn })
    await create({ EventSourceArn: arns.dead, FilterCriteria })
    const { EventSourceMappings } = await api.call('ListEventSourceMappings', {})
    expect(EventSourceMappings!.map((mapping) => mapping.FilterCriteria)).toEqual([undefined, FilterCriteria])
    expect(await api.call('GetEventSourceMapping', { UUID })).toMatchObject({ FilterCriteria, KMSKeyArn })
    expect(await api.call('DeleteEventSourceMapping', { UUID })).toMatchObject({ FilterCriteria })
  })

  it('was last modified when it was changed, or when its state was', async () => {
    const { api, mapped } = await mappedOrders('staged')
    const { UUID, update } = await mapped(mappings.queue)
    const { clock } = api.house
    const start = clock.now()
    const lastModified = async () => (await api.call('GetEventSourceMapping', { UUID })).LastModified!.getTime() - start
    expect(await lastModified()).toBe(0)
    await clock.advance(15_000)
    expect(await lastModified()).toBe(10_000) // from Creating to Enabled
    await update({ Enabled: false })
    expect(await lastModified()).toBe(15_000)
    await clock.advance(15_000)
    expect(await lastModified()).toBe(25_000)
    expect((await api.call('DeleteEventSourceMapping', { UUID })).LastModified!.getTime() - start).toBe(30_000)
  })
})
