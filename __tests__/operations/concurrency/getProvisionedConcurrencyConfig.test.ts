import { createApi } from '../../support/api'

describe('GetProvisionedConcurrencyConfig', () => {
  it('shows that of an alias under the alias, not under its version', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    await api.call('PutProvisionedConcurrencyConfig', {
      FunctionName: 'orders',
      Qualifier: 'live',
      ProvisionedConcurrentExecutions: 2,
    })
    expect(await api.call('GetProvisionedConcurrencyConfig', { FunctionName: 'orders', Qualifier: 'live' })).toMatchObject({
      AllocatedProvisionedConcurrentExecutions: 2,
      Status: 'READY',
    })
    expect(await api.refusal('GetProvisionedConcurrencyConfig', { FunctionName: 'orders', Qualifier: '1' })).toMatchObject({
      code: 'ProvisionedConcurrencyConfigNotFoundException',
    })
  })

  it.each([
    [
      'orders',
      '$LATEST',
      400,
      'InvalidParameterValueException',
      'The function resource provided must be an alias or a published version.',
    ],
    [
      'orders',
      '1',
      404,
      'ProvisionedConcurrencyConfigNotFoundException',
      'No Provisioned Concurrency Config found for this function',
    ],
    [
      'orders',
      'noalias',
      404,
      'ResourceNotFoundException',
      'Cannot find alias arn: arn:aws:lambda:us-east-1:123456789012:function:orders:noalias',
    ],
    [
      'orders',
      '10',
      404,
      'ResourceNotFoundException',
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:orders:10',
    ],
    [
      'doesnotexist',
      'noalias',
      404,
      'ResourceNotFoundException',
      'Cannot find alias arn: arn:aws:lambda:us-east-1:123456789012:function:doesnotexist:noalias',
    ],
  ])('refuses %s:%s (recorded)', async (FunctionName, Qualifier, status, code, message) => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.refusal('GetProvisionedConcurrencyConfig', { FunctionName, Qualifier })).toEqual({ code, status, message })
  })

  it('is gone with its version', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('PutProvisionedConcurrencyConfig', {
      FunctionName: 'orders',
      Qualifier: '1',
      ProvisionedConcurrentExecutions: 2,
    })
    await api.call('DeleteFunction', { FunctionName: 'orders', Qualifier: '1' })
    expect(await api.call('ListProvisionedConcurrencyConfigs', { FunctionName: 'orders' })).toEqual({
      ProvisionedConcurrencyConfigs: [],
    })
  })
})
