import { createApi } from '../../support/api'

const queue = 'arn:aws:sqs:us-east-1:123456789012:queue'
const missing = { code: 'ResourceNotFoundException', status: 404, message: 'The resource you requested does not exist.' }

describe('DeleteEventSourceMapping', () => {
  it('answers with the mapping in state Deleting, and then it is gone', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const created = await api.call('CreateEventSourceMapping', { FunctionName: 'orders', EventSourceArn: queue })
    const UUID = created.UUID!
    expect(await api.call('DeleteEventSourceMapping', { UUID })).toEqual({ ...created, State: 'Deleting' })
    expect(await api.refusal('GetEventSourceMapping', { UUID })).toEqual(missing)
    expect(await api.refusal('DeleteEventSourceMapping', { UUID })).toEqual(missing)
  })

  it('takes time when states are staged, and is refused until the last change is over', async () => {
    const api = createApi({ functionStates: 'staged' })
    await api.createFunction('orders')
    const created = await api.call('CreateEventSourceMapping', { FunctionName: 'orders', EventSourceArn: queue })
    const UUID = created.UUID!
    const inUse = {
      code: 'ResourceInUseException',
      status: 400,
      message: 'Cannot delete the event source mapping because it is in use.',
    }
    expect(await api.refusal('DeleteEventSourceMapping', { UUID })).toEqual(inUse)
    await api.house.clock.advance(10_000)
    await api.call('DeleteEventSourceMapping', { UUID })
    expect(await api.call('GetEventSourceMapping', { UUID })).toMatchObject({ State: 'Deleting' })
    expect(await api.refusal('DeleteEventSourceMapping', { UUID })).toEqual(inUse)
    await api.house.clock.advance(10_000)
    expect(await api.refusal('GetEventSourceMapping', { UUID })).toEqual(missing)
  })
})
