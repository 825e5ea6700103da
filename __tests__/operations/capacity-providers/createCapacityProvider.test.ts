import { createApi } from '../../support/api'
import { createProvider } from '../../support/capacityProvider'

const arn = 'arn:aws:lambda:us-east-1:123456789012:capacity-provider:fleet'
const minimal = {
  CapacityProviderName: 'fleet',
  VpcConfig: { SubnetIds: ['subnet-1a'], SecurityGroupIds: ['sg-1'] },
  PermissionsConfig: { CapacityProviderOperatorRoleArn: 'arn:aws:iam::123456789012:role/operator' },
}

describe('CreateCapacityProvider', () => {
  it('answers with a pending provider and the defaults', async () => {
    expect(await createApi().call('CreateCapacityProvider', minimal)).toEqual({
      CapacityProvider: {
        CapacityProviderArn: arn,
        State: 'Pending',
        VpcConfig: minimal.VpcConfig,
        PermissionsConfig: minimal.PermissionsConfig,
        InstanceRequirements: { Architectures: ['x86_64'] },
        CapacityProviderScalingConfig: { MaxVCpuCount: 400, ScalingMode: 'Auto' },
        LastModified: '2026-01-31T12:00:00.000+0000',
      },
    })
  })

  it('keeps what it is given', async () => {
    const given = {
      InstanceRequirements: { Architectures: ['arm64' as const], AllowedInstanceTypes: ['m8g.*'] },
      CapacityProviderScalingConfig: {
        MaxVCpuCount: 64,
        ScalingMode: 'Manual' as const,
        ScalingPolicies: [{ PredefinedMetricType: 'LambdaCapacityProviderAverageCPUUtilization' as const, TargetValue: 70 }],
      },
      KmsKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/1',
      PropagateTags: { Mode: 'Explicit' as const, ExplicitTags: { team: 'orders' } },
      TelemetryConfig: { LoggingConfig: { SystemLogLevel: 'WARN' as const } },
    }
    const { CapacityProvider } = await createApi().call('CreateCapacityProvider', { ...minimal, ...given })
    expect(CapacityProvider).toMatchObject(given)
  })

  it('is active by the next request', async () => {
    const api = createApi()
    await createProvider(api, 'fleet')
    const { CapacityProvider } = await api.call('GetCapacityProvider', { CapacityProviderName: 'fleet' })
    expect(CapacityProvider.State).toBe('Active')
  })

  it('stays pending for a while where states are staged', async () => {
    const api = createApi({ functionStates: 'staged' })
    await createProvider(api, 'fleet')
    const state = async () => (await api.call('GetCapacityProvider', { CapacityProviderName: 'fleet' })).CapacityProvider.State
    expect(await state()).toBe('Pending')
    await api.house.clock.advance(60_000)
    expect(await state()).toBe('Active')
  })

  it('takes tags', async () => {
    const api = createApi()
    await api.call('CreateCapacityProvider', { ...minimal, Tags: { team: 'orders' } })
    expect(await api.call('ListTags', { Resource: arn })).toEqual({ Tags: { team: 'orders' } })
  })

  it('takes an ARN of the own region and account for the name, and no other: nothing is made elsewhere', async () => {
    const api = createApi()
    for (const CapacityProviderName of [arn.replace('us-east-1', 'eu-west-1'), arn.replace('123456789012', '210987654321')]) {
      expect(await api.refusal('CreateCapacityProvider', { ...minimal, CapacityProviderName })).toMatchObject({
        code: 'InvalidParameterValueException',
        status: 400,
      })
    }
    expect(await api.call('ListCapacityProviders', {})).toEqual({ CapacityProviders: [] })
    await api.call('CreateCapacityProvider', { ...minimal, CapacityProviderName: arn })
    await expect(api.call('GetCapacityProvider', { CapacityProviderName: 'fleet' })).resolves.toBeDefined()
  })

  it('refuses a name that is taken', async () => {
    const api = createApi()
    await createProvider(api, 'fleet')
    expect(await api.refusal('CreateCapacityProvider', minimal)).toEqual({
      code: 'ResourceConflictException',
      status: 409,
      message: `Capacity provider already exists: ${arn}`,
    })
  })

  it('refuses instance types both allowed and excluded, before a name that is taken', async () => {
    const api = createApi()
    await createProvider(api, 'fleet')
    const InstanceRequirements = { AllowedInstanceTypes: ['m8g.*'], ExcludedInstanceTypes: ['m8g.large'] }
    expect(await api.refusal('CreateCapacityProvider', { ...minimal, InstanceRequirements })).toMatchObject({
      code: 'InvalidParameterValueException',
      status: 400,
    })
  })

  it('refuses more than 50 tags', async () => {
    const Tags = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag${index}`, 'x']))
    expect(await createApi().refusal('CreateCapacityProvider', { ...minimal, Tags })).toMatchObject({
      code: 'InvalidParameterValueException',
      message: 'Number of tags exceeds resource tag limit.',
    })
  })

  it('refuses the 1,001st provider of an account', async () => {
    const api = createApi()
    for (let index = 0; index < 1000; index++) await createProvider(api, `fleet-${index}`)
    expect(await api.refusal('CreateCapacityProvider', minimal)).toEqual({
      code: 'CapacityProviderLimitExceededException',
      status: 400,
      message: 'The maximum number of capacity providers for your account has been exceeded.',
    })
  })
})
