import { createApi } from '../../support/api'

describe('DeleteFunction', () => {
  it('removes the function with its versions; the name is free again, and version numbers start anew', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.call('DeleteFunction', { FunctionName: 'orders' })).toEqual({ StatusCode: 204 })
    expect(await api.refusal('GetFunction', { FunctionName: 'orders' })).toMatchObject({ status: 404 })
    expect(await api.createFunction('orders', { Publish: true })).toMatchObject({ Version: '1' })
  })

  it('removes one published version', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('DeleteFunction', { FunctionName: 'orders', Qualifier: '1' })
    expect(await api.refusal('GetFunction', { FunctionName: 'orders', Qualifier: '1' })).toMatchObject({ status: 404 })
    await expect(api.call('GetFunction', { FunctionName: 'orders' })).resolves.toBeDefined()
  })

  it.each([
    [
      'an unknown function (recorded)',
      { FunctionName: 'gone' },
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    ],
    [
      'an unknown function, without the qualifier (recorded)',
      { FunctionName: 'gone', Qualifier: '1' },
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    ],
  ])('misses %s', async (_, input, message) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('DeleteFunction', input)).toEqual({ code: 'ResourceNotFoundException', status: 404, message })
  })

  it.each(['7', '$latest'])('is no error for a version that does not exist: %s (recorded)', async (Qualifier) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.call('DeleteFunction', { FunctionName: 'orders', Qualifier })).toEqual({ StatusCode: 204 })
    await expect(api.call('GetFunction', { FunctionName: 'orders' })).resolves.toBeDefined()
  })

  it('takes away what hangs on the version', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    const permission = { StatementId: 's3', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' }
    for (const Qualifier of [undefined, '1']) {
      await api.call('AddPermission', { FunctionName: 'orders', Qualifier, ...permission })
    }
    await api.call('DeleteFunction', { FunctionName: 'orders:1' })
    expect(api.region.functions.get('orders')!.policies.size).toBe(1)
    await expect(api.call('GetPolicy', { FunctionName: 'orders' })).resolves.toBeDefined()
  })

  it.each([
    ['points to', '1', {}],
    ['gives a share of its traffic to', '2', { '1': 0 }],
  ])('refuses a version that an alias %s', async (_, FunctionVersion, AdditionalVersionWeights) => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 30 })
    await api.call('PublishVersion', { FunctionName: 'orders' })
    const RoutingConfig = { AdditionalVersionWeights }
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion, RoutingConfig })
    expect(await api.refusal('DeleteFunction', { FunctionName: 'orders', Qualifier: '1' })).toEqual({
      code: 'ResourceConflictException',
      status: 409,
      message: 'Unable to delete version because the following aliases reference it: [live]',
    })
    expect(await api.call('DeleteFunction', { FunctionName: 'orders' })).toEqual({ StatusCode: 204 })
  })

  it('refuses an alias', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '$LATEST' })
    expect(await api.refusal('DeleteFunction', { FunctionName: 'orders', Qualifier: 'live' })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Deletion of aliases is not currently supported.',
    })
  })

  it('refuses to delete $LATEST alone', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('DeleteFunction', { FunctionName: 'orders', Qualifier: '$LATEST' })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: '$LATEST version cannot be deleted without deleting the function.',
    })
  })
})
