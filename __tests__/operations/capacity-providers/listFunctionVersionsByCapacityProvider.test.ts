import { createApi } from '../../support/api'
import { createProvider } from '../../support/capacityProvider'

const CapacityProviderName = 'fleet'
const arn = 'arn:aws:lambda:us-east-1:123456789012:capacity-provider:fleet'
const orders = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('ListFunctionVersionsByCapacityProvider', () => {
  it('lists the versions that are configured to run on the provider, each under its qualified ARN', async () => {
    const api = createApi()
    const CapacityProviderConfig = await createProvider(api, 'fleet')
    expect(await api.call('ListFunctionVersionsByCapacityProvider', { CapacityProviderName })).toEqual({
      CapacityProviderArn: arn,
      FunctionVersions: [],
    })
    await api.createFunction('orders', { CapacityProviderConfig, Publish: true })
    await api.createFunction('elsewhere')
    await api.call('UpdateFunctionConfiguration', {
      FunctionName: 'orders',
      CapacityProviderConfig: await createProvider(api, 'other'),
    })
    expect(await api.call('ListFunctionVersionsByCapacityProvider', { CapacityProviderName: arn })).toEqual({
      CapacityProviderArn: arn,
      FunctionVersions: [{ FunctionArn: `${orders}:1`, State: 'Active' }],
    })
    expect(await api.call('ListFunctionVersionsByCapacityProvider', { CapacityProviderName: 'other' })).toMatchObject({
      FunctionVersions: [{ FunctionArn: `${orders}:$LATEST`, State: 'Active' }],
    })
  })

  it('gives at most 50 a page', async () => {
    const api = createApi()
    const CapacityProviderConfig = await createProvider(api, 'fleet')
    for (let index = 0; index < 55; index++) await api.createFunction(`orders-${index}`, { CapacityProviderConfig })
    const first = await api.call('ListFunctionVersionsByCapacityProvider', { CapacityProviderName })
    expect(first.FunctionVersions).toHaveLength(50)
    const second = await api.call('ListFunctionVersionsByCapacityProvider', { CapacityProviderName, Marker: first.NextMarker })
    expect(second.FunctionVersions).toHaveLength(5)
    expect(second.NextMarker).toBeUndefined()
  })

  it('misses an unknown provider', async () => {
    expect(await createApi().refusal('ListFunctionVersionsByCapacityProvider', { CapacityProviderName })).toMatchObject({
      code: 'ResourceNotFoundException',
      message: `Capacity provider not found: ${arn}`,
    })
  })
})
