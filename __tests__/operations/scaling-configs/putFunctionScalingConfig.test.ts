import { createApi } from '../../support/api'
import { createProvider } from '../../support/capacityProvider'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const version = { FunctionName: 'orders', Qualifier: '1' }

async function onManagedInstances(functionStates: 'settled' | 'staged' = 'settled') {
  const api = createApi({ functionStates })
  const CapacityProviderConfig = await createProvider(api, 'pool')
  await api.createFunction('orders', { Publish: true, CapacityProviderConfig })
  await api.house.clock.advance(60_000)
  return api
}

describe('PutFunctionScalingConfig', () => {
  it('is requested at once and applied after a while', async () => {
    const api = await onManagedInstances('staged')
    const FunctionScalingConfig = { MinExecutionEnvironments: 1, MaxExecutionEnvironments: 5 }
    expect(await api.call('PutFunctionScalingConfig', { ...version, FunctionScalingConfig })).toEqual({ FunctionState: 'Active' })
    expect(await api.call('GetFunctionScalingConfig', version)).toEqual({
      FunctionArn: `${arn}:1`,
      RequestedFunctionScalingConfig: FunctionScalingConfig,
    })
    await api.house.clock.advance(60_000)
    expect(await api.call('GetFunctionScalingConfig', version)).toEqual({
      FunctionArn: `${arn}:1`,
      RequestedFunctionScalingConfig: FunctionScalingConfig,
      AppliedFunctionScalingConfig: FunctionScalingConfig,
    })
  })

  it('deactivates a version with a maximum of 0, and activates it again', async () => {
    const api = await onManagedInstances()
    const put = (most: number) =>
      api.call('PutFunctionScalingConfig', {
        ...version,
        FunctionScalingConfig: { MinExecutionEnvironments: 0, MaxExecutionEnvironments: most },
      })
    const state = async () => (await api.call('GetFunctionConfiguration', { FunctionName: 'orders', Qualifier: '1' })).State
    expect(await put(0)).toEqual({ FunctionState: 'Deactivating' })
    expect(await state()).toBe('Deactivated')
    expect(await put(3)).toEqual({ FunctionState: 'Pending' })
    expect(await state()).toBe('Active')
  })

  it('goes where the last request says when requests overlap', async () => {
    const api = await onManagedInstances('staged')
    for (const MaxExecutionEnvironments of [0, 3]) {
      await api.call('PutFunctionScalingConfig', { ...version, FunctionScalingConfig: { MaxExecutionEnvironments } })
      await api.house.clock.advance(1)
    }
    await api.house.clock.advance(60_000)
    expect(await api.call('GetFunctionConfiguration', version)).toMatchObject({ State: 'Active' })
  })

  it('takes back what was put when no configuration is given', async () => {
    const api = await onManagedInstances()
    await api.call('PutFunctionScalingConfig', { ...version, FunctionScalingConfig: { MaxExecutionEnvironments: 3 } })
    await api.call('PutFunctionScalingConfig', version)
    expect(await api.call('GetFunctionScalingConfig', version)).toEqual({ FunctionArn: `${arn}:1` })
  })

  it('refuses a minimum over the maximum', async () => {
    const api = await onManagedInstances()
    const FunctionScalingConfig = { MinExecutionEnvironments: 4, MaxExecutionEnvironments: 3 }
    expect(await api.refusal('PutFunctionScalingConfig', { ...version, FunctionScalingConfig })).toMatchObject({
      code: 'InvalidParameterValueException',
      status: 400,
    })
  })
})
