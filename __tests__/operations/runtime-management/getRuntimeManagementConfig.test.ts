import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('GetRuntimeManagementConfig', () => {
  it.each([
    ['orders', undefined, arn],
    ['orders', '$LATEST', `${arn}:$LATEST`],
    [`${arn}:1`, undefined, `${arn}:1`],
  ])('is Auto unless somebody chose: %s, qualifier %s', async (FunctionName, Qualifier, FunctionArn) => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.call('GetRuntimeManagementConfig', { FunctionName, Qualifier })).toEqual({
      UpdateRuntimeOn: 'Auto',
      FunctionArn,
    })
  })

  it('shows for a version what $LATEST had when it was published', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.call('PutRuntimeManagementConfig', { FunctionName: 'orders', UpdateRuntimeOn: 'FunctionUpdate' })
    await api.call('PublishVersion', { FunctionName: 'orders' })
    expect(await api.call('GetRuntimeManagementConfig', { FunctionName: 'orders:1' })).toMatchObject({
      UpdateRuntimeOn: 'FunctionUpdate',
    })
  })

  it.each([
    ['an unknown function', 'gone', 404, 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone'],
    ['an unknown version', 'orders:9', 404, `Function not found: ${arn}:9`],
    ['an alias', 'orders:live', 400, 'Runtime management configurations are supported for $LATEST and published versions only.'],
  ])('refuses %s', async (_, FunctionName, status, message) => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    const code = status === 404 ? 'ResourceNotFoundException' : 'InvalidParameterValueException'
    expect(await api.refusal('GetRuntimeManagementConfig', { FunctionName })).toEqual({ code, status, message })
  })
})
