import { createApi } from '../../support/api'

const limits = { TotalCodeSize: 80_530_636_800, CodeSizeUnzipped: 262_144_000, CodeSizeZipped: 52_428_800 }

describe('GetAccountSettings', () => {
  it('shows the quotas of an account that has nothing (AWS example)', async () => {
    expect(await createApi().call('GetAccountSettings', {})).toEqual({
      AccountLimit: { ...limits, ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 1000 },
      AccountUsage: { TotalCodeSize: 0, FunctionCount: 0 },
    })
  })

  it('counts functions, and the code of every version and layer', async () => {
    const api = createApi()
    const { CodeSize = 0 } = await api.createFunction('orders', { Publish: true })
    await api.createFunction('invoices')
    const usage = async () => (await api.call('GetAccountSettings', {})).AccountUsage
    expect(CodeSize).toBeGreaterThan(0)
    expect(await usage()).toEqual({ FunctionCount: 2, TotalCodeSize: 3 * CodeSize })
    const { zip } = api.region.functions.get('orders')!.latest.code
    await api.call('PublishLayerVersion', { LayerName: 'shared', Content: { ZipFile: zip } })
    expect(await usage()).toEqual({ FunctionCount: 2, TotalCodeSize: 4 * CodeSize })
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    expect(await usage()).toEqual({ FunctionCount: 1, TotalCodeSize: 2 * CodeSize })
  })

  it('takes reserved concurrency out of what is left for the other functions', async () => {
    const api = createApi({ accountConcurrency: 500 })
    await api.createFunction('orders')
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 150 })
    expect((await api.call('GetAccountSettings', {})).AccountLimit).toEqual({
      ...limits,
      ConcurrentExecutions: 500,
      UnreservedConcurrentExecutions: 350,
    })
  })
})
