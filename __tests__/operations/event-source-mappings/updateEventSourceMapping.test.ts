import type { Input } from '../../../src/model/api'
import { createApi } from '../../support/api'

const queue = 'arn:aws:sqs:us-east-1:123456789012:queue'
const stream = 'arn:aws:kinesis:us-east-1:123456789012:stream/clicks'
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

async function withMapping(
  mapping: Omit<Input<'CreateEventSourceMapping'>, 'FunctionName'>,
  functionStates: 'settled' | 'staged' = 'settled',
) {
  const api = createApi({ functionStates })
  await api.createFunction('orders')
  const created = await api.call('CreateEventSourceMapping', { FunctionName: 'orders', ...mapping })
  const UUID = created.UUID!
  type Changes = Omit<Input<'UpdateEventSourceMapping'>, 'UUID'>
  return {
    api,
    UUID,
    created,
    update: (changes: Changes) => api.call('UpdateEventSourceMapping', { UUID, ...changes }),
    refusal: (changes: Changes) => api.refusal('UpdateEventSourceMapping', { UUID, ...changes }),
    get: () => api.call('GetEventSourceMapping', { UUID }),
  }
}

describe('UpdateEventSourceMapping', () => {
  it('changes what is given and keeps the rest', async () => {
    const { api, update, get, created } = await withMapping({ EventSourceArn: queue, BatchSize: 5 })
    await api.house.clock.advance(1000)
    const changed = {
      ...created,
      LastModified: new Date('2026-01-31T12:00:01.000Z'),
      MaximumBatchingWindowInSeconds: 7,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    }
    expect(await update({ MaximumBatchingWindowInSeconds: 7, FunctionResponseTypes: ['ReportBatchItemFailures'] })).toEqual({
      ...changed,
      State: 'Updating',
    })
    expect(await get()).toEqual({ ...changed, State: 'Enabled' })
  })

  it('takes away what is given empty', async () => {
    const { update } = await withMapping({
      EventSourceArn: queue,
      ScalingConfig: { MaximumConcurrency: 5 },
      FilterCriteria: { Filters: [{ Pattern: '{"body":{"a":[1]}}' }] },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      KMSKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/one',
    })
    const updated = await update({ ScalingConfig: {}, FilterCriteria: {}, FunctionResponseTypes: [], KMSKeyArn: '' })
    expect(updated.ScalingConfig).toBeUndefined()
    expect(updated.FilterCriteria).toBeUndefined()
    expect(updated.FunctionResponseTypes).toEqual([])
    expect(updated.KMSKeyArn).toBeUndefined()
  })

  it('replaces the destination of a stream', async () => {
    const { update } = await withMapping({
      EventSourceArn: stream,
      StartingPosition: 'LATEST',
      DestinationConfig: { OnFailure: { Destination: queue } },
    })
    expect((await update({ MaximumRetryAttempts: 2 })).DestinationConfig).toEqual({ OnFailure: { Destination: queue } })
    expect((await update({ DestinationConfig: { OnFailure: {} } })).DestinationConfig).toEqual({ OnFailure: {} })
  })

  it('stops and starts reading', async () => {
    const { update, get } = await withMapping({ EventSourceArn: queue })
    expect(await update({ Enabled: false })).toMatchObject({ State: 'Disabling' })
    expect(await get()).toMatchObject({ State: 'Disabled' })
    expect(await update({ BatchSize: 1 })).toMatchObject({ State: 'Updating' })
    expect(await get()).toMatchObject({ State: 'Disabled' })
    expect(await update({ Enabled: true })).toMatchObject({ State: 'Enabling' })
    expect(await get()).toMatchObject({ State: 'Enabled' })
  })

  it('leads to another function', async () => {
    const { api, update } = await withMapping({ EventSourceArn: queue })
    await api.createFunction('other')
    const FunctionArn = 'arn:aws:lambda:us-east-1:123456789012:function:other'
    expect(await update({ FunctionName: 'other' })).toMatchObject({ FunctionArn })
    expect(await api.call('ListEventSourceMappings', { FunctionName: 'orders' })).toEqual({ EventSourceMappings: [] })
  })

  it('refuses a mapping whose last change is not over', async () => {
    const { api, update, refusal, get } = await withMapping({ EventSourceArn: queue }, 'staged')
    const inUse = {
      code: 'ResourceInUseException',
      status: 400,
      message: 'Cannot update the event source mapping because it is in use.',
    }
    expect(await refusal({ BatchSize: 1 })).toEqual(inUse)
    await api.house.clock.advance(10_000)
    await update({ Enabled: false })
    expect(await refusal({ BatchSize: 1 })).toEqual(inUse)
    expect(await get()).toMatchObject({ State: 'Disabling', BatchSize: 10 })
  })

  it('misses an unknown UUID', async () => {
    const UUID = '14e0db71-0000-4eb5-b481-8945cf9d10c2'
    expect(await createApi().refusal('UpdateEventSourceMapping', { UUID, BatchSize: 1 })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'The resource you requested does not exist.',
    })
  })

  it.each([
    [
      'a batch over 10 from a queue without a batching window (recorded)',
      { FunctionName: 'orders', BatchSize: 11 },
      'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
    ],
    [
      'a destination for a queue',
      { DestinationConfig: { OnFailure: { Destination: queue } } },
      'Unsupported DestinationConfig parameter for given event source mapping type.',
    ],
    ['a bad filter', { FilterCriteria: { Filters: [{ Pattern: '{}' }] } }, 'Invalid filter pattern definition.'],
    ['an unknown function', { FunctionName: 'gone', BatchSize: 1 }, 'Function does not exist'],
  ])('refuses %s and changes nothing', async (_, changes, message) => {
    const { refusal, get, created } = await withMapping({ EventSourceArn: queue })
    expect(await refusal(changes)).toEqual({ code: 'InvalidParameterValueException', status: 400, message })
    expect(await get()).toEqual({ ...created, State: 'Enabled' })
  })

  it('refuses a function that has the same source already', async () => {
    const { api, refusal, get } = await withMapping({ EventSourceArn: queue })
    await api.createFunction('other')
    await api.call('CreateEventSourceMapping', { FunctionName: 'other', EventSourceArn: queue })
    expect(await refusal({ FunctionName: 'other' })).toMatchObject({ code: 'ResourceConflictException', status: 409 })
    expect(await get()).toMatchObject({ FunctionArn: functionArn })
  })
})
