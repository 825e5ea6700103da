import { createApi } from '../../support/api'
import { createProvider } from '../../support/capacityProvider'

describe('ListCapacityProviders', () => {
  it('lists nothing where there is nothing', async () => {
    expect(await createApi().call('ListCapacityProviders', {})).toEqual({ CapacityProviders: [] })
  })

  it('gives at most 50 a page', async () => {
    const api = createApi()
    for (let index = 0; index < 60; index++) await createProvider(api, `fleet-${index}`)
    const first = await api.call('ListCapacityProviders', {})
    expect(first.CapacityProviders).toHaveLength(50)
    const second = await api.call('ListCapacityProviders', { Marker: first.NextMarker })
    expect(second.CapacityProviders.map((provider) => provider.CapacityProviderArn.split('-').at(-1))).toEqual(
      Array.from({ length: 10 }, (_, index) => String(50 + index)),
    )
    expect(second.NextMarker).toBeUndefined()
    expect((await api.call('ListCapacityProviders', { MaxItems: 7 })).CapacityProviders).toHaveLength(7)
  })

  it('filters by state', async () => {
    const api = createApi({ functionStates: 'staged' })
    await createProvider(api, 'first')
    await api.house.clock.advance(60_000)
    await createProvider(api, 'second')
    const named = async (State: 'Active' | 'Pending' | 'Deleting') =>
      (await api.call('ListCapacityProviders', { State })).CapacityProviders.map((provider) =>
        provider.CapacityProviderArn.split(':').at(-1)!,
      )
    expect(await named('Active')).toEqual(['first'])
    expect(await named('Pending')).toEqual(['second'])
    expect(await named('Deleting')).toEqual([])
  })

  it('refuses a marker of another list', async () => {
    expect(await createApi().refusal('ListCapacityProviders', { Marker: 'bm9uc2Vuc2U=' })).toMatchObject({
      code: 'InvalidParameterValueException',
    })
  })
})
