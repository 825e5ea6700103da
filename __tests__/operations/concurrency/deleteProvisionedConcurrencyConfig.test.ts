import { createApi } from '../../support/api'

describe('DeleteProvisionedConcurrencyConfig', () => {
  it('takes it away, and does not mind if there is none (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    const version = { FunctionName: 'orders', Qualifier: '1' }
    await api.call('PutProvisionedConcurrencyConfig', { ...version, ProvisionedConcurrentExecutions: 2 })
    expect(await api.call('DeleteProvisionedConcurrencyConfig', version)).toEqual({})
    expect(await api.refusal('GetProvisionedConcurrencyConfig', version)).toMatchObject({ status: 404 })
    expect(await api.call('DeleteProvisionedConcurrencyConfig', version)).toEqual({})
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
      'noalias',
      404,
      'ResourceNotFoundException',
      'Cannot find alias arn: arn:aws:lambda:us-east-1:123456789012:function:orders:noalias',
    ],
    [
      'doesnotexist',
      '1',
      404,
      'ResourceNotFoundException',
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:doesnotexist:1',
    ],
    [
      'orders',
      '10',
      404,
      'ResourceNotFoundException',
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:orders:10',
    ],
  ])('refuses %s:%s (recorded)', async (FunctionName, Qualifier, status, code, message) => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.refusal('DeleteProvisionedConcurrencyConfig', { FunctionName, Qualifier })).toEqual({
      code,
      status,
      message,
    })
  })
})
