import { createApi, type Api } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const RuntimeVersionArn = `arn:aws:lambda:us-east-1::runtime:${'0'.repeat(64)}`

async function orders(): Promise<Api> {
  const api = createApi()
  await api.createFunction('orders', { Publish: true })
  await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
  return api
}

describe('PutRuntimeManagementConfig', () => {
  it('chooses a runtime version by hand; the function shows it from then on', async () => {
    const api = await orders()
    const input = { FunctionName: 'orders', UpdateRuntimeOn: 'Manual' as const, RuntimeVersionArn }
    const answer = { UpdateRuntimeOn: 'Manual', FunctionArn: arn, RuntimeVersionArn }
    expect(await api.call('PutRuntimeManagementConfig', input)).toEqual(answer)
    expect(await api.call('GetRuntimeManagementConfig', { FunctionName: 'orders' })).toEqual(answer)
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toMatchObject({
      RuntimeVersionConfig: { RuntimeVersionArn },
    })
  })

  it('gives the runtime back to AWS', async () => {
    const api = await orders()
    const before = (await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).RuntimeVersionConfig
    const put = { FunctionName: 'orders', RuntimeVersionArn }
    await api.call('PutRuntimeManagementConfig', { ...put, UpdateRuntimeOn: 'Manual' })
    expect(await api.call('PutRuntimeManagementConfig', { FunctionName: 'orders', UpdateRuntimeOn: 'Auto' })).toEqual({
      UpdateRuntimeOn: 'Auto',
      FunctionArn: arn,
    })
    expect((await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).RuntimeVersionConfig).toEqual(before)
  })

  it('is for one version', async () => {
    const api = await orders()
    const input = { FunctionName: 'orders', Qualifier: '1', UpdateRuntimeOn: 'FunctionUpdate' as const }
    expect(await api.call('PutRuntimeManagementConfig', input)).toEqual({
      UpdateRuntimeOn: 'FunctionUpdate',
      FunctionArn: `${arn}:1`,
    })
    expect(await api.call('GetRuntimeManagementConfig', { FunctionName: 'orders' })).toMatchObject({ UpdateRuntimeOn: 'Auto' })
  })

  it.each([
    [
      'Manual without a runtime version',
      { FunctionName: 'gone', UpdateRuntimeOn: 'Manual' as const },
      'InvalidParameterValueException',
      400,
      'RuntimeVersionArn is required when UpdateRuntimeOn is Manual.',
    ],
    [
      'a runtime version that is not for Manual',
      { FunctionName: 'gone', UpdateRuntimeOn: 'Auto' as const, RuntimeVersionArn },
      'InvalidParameterValueException',
      400,
      'RuntimeVersionArn is only supported when UpdateRuntimeOn is Manual, not Auto.',
    ],
    [
      'then an unknown function',
      { FunctionName: 'gone', UpdateRuntimeOn: 'Auto' as const },
      'ResourceNotFoundException',
      404,
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    ],
    [
      'then an unknown version',
      { FunctionName: 'orders:9', UpdateRuntimeOn: 'Auto' as const },
      'ResourceNotFoundException',
      404,
      `Function not found: ${arn}:9`,
    ],
    [
      'an alias',
      { FunctionName: 'orders:live', UpdateRuntimeOn: 'Auto' as const },
      'InvalidParameterValueException',
      400,
      'Runtime management configurations are supported for $LATEST and published versions only.',
    ],
  ])('refuses %s', async (_, input, code, status, message) => {
    expect(await (await orders()).refusal('PutRuntimeManagementConfig', input)).toEqual({ code, status, message })
  })
})
