import { createApi } from '../../support/api'

const queue = 'arn:aws:sqs:us-east-1:123456789012:queue'

describe('GetEventSourceMapping', () => {
  it('shows what was created, now enabled', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const created = await api.call('CreateEventSourceMapping', { FunctionName: 'orders', EventSourceArn: queue })
    expect(await api.call('GetEventSourceMapping', { UUID: created.UUID! })).toEqual({ ...created, State: 'Enabled' })
  })

  it('still finds a mapping whose function was deleted', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const { UUID, FunctionArn } = await api.call('CreateEventSourceMapping', { FunctionName: 'orders', EventSourceArn: queue })
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    expect(await api.call('GetEventSourceMapping', { UUID: UUID! })).toMatchObject({ FunctionArn, State: 'Enabled' })
  })

  it('misses an unknown UUID', async () => {
    const UUID = '14e0db71-0000-4eb5-b481-8945cf9d10c2'
    expect(await createApi().refusal('GetEventSourceMapping', { UUID })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'The resource you requested does not exist.',
    })
  })
})
