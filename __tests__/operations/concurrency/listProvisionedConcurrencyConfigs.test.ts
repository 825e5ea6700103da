import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('ListProvisionedConcurrencyConfigs', () => {
  it('is empty at first (recorded), then shows each with its ARN, page by page', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.call('ListProvisionedConcurrencyConfigs', { FunctionName: 'orders' })).toEqual({
      ProvisionedConcurrencyConfigs: [],
    })
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 9 })
    await api.call('PublishVersion', { FunctionName: 'orders' })
    for (const Qualifier of ['1', '2']) {
      const input = { FunctionName: 'orders', Qualifier, ProvisionedConcurrentExecutions: Number(Qualifier) }
      await api.call('PutProvisionedConcurrencyConfig', input)
    }
    const item = (version: number) => ({
      FunctionArn: `${arn}:${version}`,
      RequestedProvisionedConcurrentExecutions: version,
      AvailableProvisionedConcurrentExecutions: version,
      AllocatedProvisionedConcurrentExecutions: version,
      Status: 'READY',
      LastModified: '2026-01-31T12:00:00+0000',
    })
    expect(await api.call('ListProvisionedConcurrencyConfigs', { FunctionName: 'orders' })).toEqual({
      ProvisionedConcurrencyConfigs: [item(1), item(2)],
    })
    const first = await api.call('ListProvisionedConcurrencyConfigs', { FunctionName: 'orders', MaxItems: 1 })
    expect(first.ProvisionedConcurrencyConfigs).toEqual([item(1)])
    expect(await api.call('ListProvisionedConcurrencyConfigs', { FunctionName: 'orders', Marker: first.NextMarker })).toEqual({
      ProvisionedConcurrencyConfigs: [item(2)],
    })
  })

  it('misses an unknown function (recorded)', async () => {
    expect(await createApi().refusal('ListProvisionedConcurrencyConfigs', { FunctionName: 'doesnotexist' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:doesnotexist',
    })
  })
})
