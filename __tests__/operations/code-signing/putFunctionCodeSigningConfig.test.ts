import { createApi } from '../../support/api'
import { newConfig } from '../../support/codeSigning'

describe('PutFunctionCodeSigningConfig', () => {
  it('gives a function a configuration, which is then shown and listed and can be taken away (recorded)', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api)
    const { FunctionArn } = await api.createFunction('orders')
    const attached = { CodeSigningConfigArn, FunctionName: 'orders' }
    const functions = async () => (await api.call('ListFunctionsByCodeSigningConfig', { CodeSigningConfigArn })).FunctionArns
    expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await functions()).toEqual([])
    expect(await api.call('PutFunctionCodeSigningConfig', { ...attached, FunctionName: FunctionArn! })).toEqual(attached)
    expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName: FunctionArn! })).toEqual(attached)
    expect(await functions()).toEqual([FunctionArn])
    expect(await api.call('DeleteFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await api.call('DeleteFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await functions()).toEqual([])
  })

  it('replaces the one that was given before', async () => {
    const api = createApi()
    const [one, other] = [await newConfig(api, 'Warn'), await newConfig(api, 'Warn')]
    await api.createFunction('orders', { CodeSigningConfigArn: one })
    await api.call('PutFunctionCodeSigningConfig', { FunctionName: 'orders', CodeSigningConfigArn: other })
    expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName: 'orders' })).toMatchObject({
      CodeSigningConfigArn: other,
    })
    expect(await api.call('ListFunctionsByCodeSigningConfig', { CodeSigningConfigArn: one })).toMatchObject({ FunctionArns: [] })
  })

  it.each(['PutFunctionCodeSigningConfig', 'GetFunctionCodeSigningConfig', 'DeleteFunctionCodeSigningConfig'] as const)(
    'of a function that is not there is missed by %s (recorded)',
    async () => {
      const api = createApi()
      const CodeSigningConfigArn = await newConfig(api)
      expect(
        await api.refusal('PutFunctionCodeSigningConfig', { FunctionName: 'csc-test-doesnotexist', CodeSigningConfigArn }),
      ).toEqual({
        code: 'ResourceNotFoundException',
        status: 404,
        message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:csc-test-doesnotexist',
      })
    },
  )

  it('refuses an image', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api)
    const image = {
      FunctionName: 'image',
      Role: 'arn:aws:iam::123456789012:role/any',
      PackageType: 'Image' as const,
      Code: { ImageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:latest' },
    }
    const refused = { code: 'InvalidParameterValueException', status: 400 }
    expect(await api.refusal('CreateFunction', { ...image, CodeSigningConfigArn })).toMatchObject(refused)
    await api.call('CreateFunction', image)
    expect(await api.refusal('PutFunctionCodeSigningConfig', { FunctionName: 'image', CodeSigningConfigArn })).toMatchObject(
      refused,
    )
  })
})
