import { createApi } from '../../support/api'
import { createProvider } from '../../support/capacityProvider'

const CapacityProviderName = 'fleet'
const arn = 'arn:aws:lambda:us-east-1:123456789012:capacity-provider:fleet'

describe('DeleteCapacityProvider', () => {
  it('answers with the provider as Deleting, and it is gone by the next request', async () => {
    const api = createApi()
    await createProvider(api, 'fleet')
    const { CapacityProvider } = await api.call('DeleteCapacityProvider', { CapacityProviderName })
    expect(CapacityProvider).toMatchObject({ CapacityProviderArn: arn, State: 'Deleting' })
    expect(await api.refusal('GetCapacityProvider', { CapacityProviderName })).toMatchObject({
      code: 'ResourceNotFoundException',
    })
  })

  it('takes time where states are staged, and asking again changes nothing', async () => {
    const api = createApi({ functionStates: 'staged' })
    await createProvider(api, 'fleet')
    await api.call('DeleteCapacityProvider', { CapacityProviderName })
    await api.house.clock.advance(59_999)
    const { CapacityProvider } = await api.call('DeleteCapacityProvider', { CapacityProviderName })
    expect(CapacityProvider.State).toBe('Deleting')
    await api.house.clock.advance(1)
    expect(await api.call('ListCapacityProviders', {})).toEqual({ CapacityProviders: [] })
  })

  it('refuses while a version of a function runs on it, $LATEST or published', async () => {
    const api = createApi()
    const CapacityProviderConfig = await createProvider(api, 'fleet')
    await api.createFunction('orders', { CapacityProviderConfig, Publish: true })
    const inUse = { code: 'ResourceConflictException', status: 409, message: expect.stringContaining(arn) }
    expect(await api.refusal('DeleteCapacityProvider', { CapacityProviderName })).toEqual(inUse)
    await api.call('UpdateFunctionConfiguration', {
      FunctionName: 'orders',
      CapacityProviderConfig: await createProvider(api, 'other'),
    })
    expect(await api.refusal('DeleteCapacityProvider', { CapacityProviderName })).toEqual(inUse)
    expect(await api.call('DeleteFunction', { FunctionName: 'orders' })).toEqual({ StatusCode: 202 })
    await expect(api.call('DeleteCapacityProvider', { CapacityProviderName })).resolves.toBeDefined()
  })

  it('misses an unknown provider', async () => {
    expect(await createApi().refusal('DeleteCapacityProvider', { CapacityProviderName })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: `Capacity provider not found: ${arn}`,
    })
  })
})

describe('a function on a capacity provider', () => {
  const unknown = { LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: arn } }

  it('is refused if the provider does not exist', async () => {
    const missing = { name: 'ResourceNotFoundException', message: `Capacity provider not found: ${arn}` }
    const api = createApi()
    await expect(api.createFunction('orders', { CapacityProviderConfig: unknown })).rejects.toMatchObject(missing)
    expect(api.region.functions.size).toBe(0)
    await api.createFunction('orders')
    await expect(
      api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', CapacityProviderConfig: unknown }),
    ).rejects.toMatchObject(missing)
  })

  it('is refused if the provider is being deleted', async () => {
    const api = createApi({ functionStates: 'staged' })
    const CapacityProviderConfig = await createProvider(api, 'fleet')
    await api.call('DeleteCapacityProvider', { CapacityProviderName })
    await expect(api.createFunction('orders', { CapacityProviderConfig })).rejects.toMatchObject({
      name: 'ResourceConflictException',
    })
  })
})
