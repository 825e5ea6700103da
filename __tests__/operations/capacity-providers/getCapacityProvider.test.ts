import { createApi } from '../../support/api'
import { createProvider } from '../../support/capacityProvider'

describe('GetCapacityProvider', () => {
  it('finds a provider by its name and by its ARN', async () => {
    const api = createApi()
    await createProvider(api, 'fleet')
    const byName = await api.call('GetCapacityProvider', { CapacityProviderName: 'fleet' })
    expect(byName.CapacityProvider).toMatchObject({
      CapacityProviderArn: 'arn:aws:lambda:us-east-1:123456789012:capacity-provider:fleet',
      State: 'Active',
    })
    const { CapacityProviderArn } = byName.CapacityProvider
    expect(await api.call('GetCapacityProvider', { CapacityProviderName: CapacityProviderArn })).toEqual(byName)
  })

  it.each([
    ['an unknown name', 'gone', 'arn:aws:lambda:us-east-1:123456789012:capacity-provider:gone'],
    [
      'an ARN of another region',
      'arn:aws:lambda:eu-west-1:123456789012:capacity-provider:fleet',
      'arn:aws:lambda:eu-west-1:123456789012:capacity-provider:fleet',
    ],
  ])('misses %s', async (_, CapacityProviderName, arn) => {
    const api = createApi()
    await createProvider(api, 'fleet')
    expect(await api.refusal('GetCapacityProvider', { CapacityProviderName })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: `Capacity provider not found: ${arn}`,
    })
  })
})
