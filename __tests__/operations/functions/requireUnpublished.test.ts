import { createApi } from '../../support/api'

describe.each([
  ['UpdateFunctionCode', { S3Bucket: 'bucket', S3Key: 'code.zip' }],
  ['UpdateFunctionConfiguration', { Timeout: 9 }],
] as const)('%s', (name, changes) => {
  it('changes the unpublished version alone: what is published cannot be modified (documented, the text is not recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    const before = await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })
    for (const FunctionName of ['orders:1', 'orders:live']) {
      expect(await api.refusal(name, { FunctionName, ...changes })).toMatchObject({
        code: 'InvalidParameterValueException',
        status: 400,
      })
    }
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toEqual(before)
    await expect(api.call(name, { FunctionName: 'orders:$LATEST', ...changes })).resolves.toBeDefined()
  })
})
