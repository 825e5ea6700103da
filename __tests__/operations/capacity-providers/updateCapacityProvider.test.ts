import { createApi } from '../../support/api'
import { createProvider } from '../../support/capacityProvider'

const CapacityProviderName = 'fleet'
const policy = { PredefinedMetricType: 'LambdaCapacityProviderAverageCPUUtilization' as const, TargetValue: 70 }

describe('UpdateCapacityProvider', () => {
  it('changes what it is given and leaves the rest', async () => {
    const api = createApi()
    await createProvider(api, 'fleet')
    await api.house.clock.advance(5_000)
    const before = await api.call('GetCapacityProvider', { CapacityProviderName })
    const CapacityProviderScalingConfig = { ScalingMode: 'Manual' as const, ScalingPolicies: [policy] }
    const changed = await api.call('UpdateCapacityProvider', { CapacityProviderName, CapacityProviderScalingConfig })
    expect(changed.CapacityProvider).toEqual({
      ...before.CapacityProvider,
      CapacityProviderScalingConfig: { MaxVCpuCount: 400, ...CapacityProviderScalingConfig },
      LastModified: '2026-01-31T12:00:05.000+0000',
    })
    expect(await api.call('GetCapacityProvider', { CapacityProviderName })).toEqual(changed)
  })

  it('drops the policies on the way back to automatic scaling', async () => {
    const api = createApi()
    await createProvider(api, 'fleet')
    const scale = (CapacityProviderScalingConfig: object) =>
      api.call('UpdateCapacityProvider', { CapacityProviderName, CapacityProviderScalingConfig })
    await scale({ ScalingMode: 'Manual', ScalingPolicies: [policy], MaxVCpuCount: 8 })
    const { CapacityProvider } = await scale({ ScalingMode: 'Auto' })
    expect(CapacityProvider.CapacityProviderScalingConfig).toEqual({ MaxVCpuCount: 8, ScalingMode: 'Auto' })
  })

  it('replaces the tags for the instances and the logging', async () => {
    const api = createApi()
    await createProvider(api, 'fleet')
    const changes = {
      PropagateTags: { Mode: 'Explicit' as const, ExplicitTags: { team: 'orders' } },
      TelemetryConfig: { LoggingConfig: { LogGroup: '/fleet' } },
    }
    const { CapacityProvider } = await api.call('UpdateCapacityProvider', { CapacityProviderName, ...changes })
    expect(CapacityProvider).toMatchObject(changes)
  })

  it('misses an unknown provider', async () => {
    expect(await createApi().refusal('UpdateCapacityProvider', { CapacityProviderName })).toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
    })
  })

  it('refuses a provider that is being deleted', async () => {
    const api = createApi({ functionStates: 'staged' })
    await createProvider(api, 'fleet')
    await api.call('DeleteCapacityProvider', { CapacityProviderName })
    expect(await api.refusal('UpdateCapacityProvider', { CapacityProviderName })).toEqual({
      code: 'ResourceConflictException',
      status: 409,
      message:
        'The operation cannot be performed at this time. The capacity provider is currently in the following state: Deleting',
    })
  })
})
