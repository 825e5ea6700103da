import { createApi } from '../../support/api'

const queue = (name: string | number) => `arn:aws:sqs:us-east-1:123456789012:${name}`

describe('ListEventSourceMappings', () => {
  it('shows those of a source, of a function, of both, or all, as GetEventSourceMapping does (recorded)', async () => {
    const api = createApi()
    const create = (FunctionName: string, name: string) =>
      api.call('CreateEventSourceMapping', { FunctionName, EventSourceArn: queue(name) })
    await api.createFunction('orders')
    await api.createFunction('other')
    const first = await create('orders', 'a')
    await create('orders', 'b')
    await create('other', 'a')
    const sources = async (input: object) => {
      const { EventSourceMappings } = await api.call('ListEventSourceMappings', input)
      return EventSourceMappings!.map(({ EventSourceArn, FunctionArn }) => [
        FunctionArn!.split(':').at(-1),
        EventSourceArn!.split(':').at(-1),
      ])
    }
    expect(await sources({})).toEqual([
      ['orders', 'a'],
      ['orders', 'b'],
      ['other', 'a'],
    ])
    expect(await sources({ FunctionName: 'other' })).toEqual([['other', 'a']])
    expect(await sources({ EventSourceArn: queue('a') })).toEqual([
      ['orders', 'a'],
      ['other', 'a'],
    ])
    expect(await api.call('ListEventSourceMappings', { EventSourceArn: queue('a'), FunctionName: 'orders' })).toEqual({
      EventSourceMappings: [{ ...first, State: 'Enabled' }],
    })
  })

  it('keeps those of an alias apart from those of the function', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    await api.call('CreateEventSourceMapping', { FunctionName: 'orders:live', EventSourceArn: queue('a') })
    expect(await api.call('ListEventSourceMappings', { FunctionName: 'orders' })).toEqual({ EventSourceMappings: [] })
    const list = await api.call('ListEventSourceMappings', { FunctionName: 'orders:live' })
    expect(list.EventSourceMappings).toHaveLength(1)
  })

  it('finds those of a deleted function', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.call('CreateEventSourceMapping', { FunctionName: 'orders', EventSourceArn: queue('a') })
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    const list = await api.call('ListEventSourceMappings', { FunctionName: 'orders' })
    expect(list.EventSourceMappings).toHaveLength(1)
  })

  it('gives at most 100 a page, whatever MaxItems asks for', async () => {
    const api = createApi()
    await api.createFunction('orders')
    for (let index = 0; index < 101; index++) {
      await api.call('CreateEventSourceMapping', { FunctionName: 'orders', EventSourceArn: queue(index) })
    }
    const first = await api.call('ListEventSourceMappings', { MaxItems: 10_000 })
    expect(first.EventSourceMappings).toHaveLength(100)
    const rest = await api.call('ListEventSourceMappings', { Marker: first.NextMarker })
    expect(rest.EventSourceMappings).toMatchObject([{ EventSourceArn: queue(100) }])
    expect(rest.NextMarker).toBeUndefined()
    expect(await api.refusal('ListEventSourceMappings', { Marker: 'nonsense' })).toMatchObject({ status: 400 })
  })
})
