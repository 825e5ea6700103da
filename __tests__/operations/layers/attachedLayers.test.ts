import { createApi, type Api } from '../../support/api'
import { zip } from '../../support/zip'

const arnOf = (name: string, version: number) => `arn:aws:lambda:us-east-1:123456789012:layer:${name}:${version}`
const Content = { ZipFile: zip(['nodejs/a.js']) }

async function withLayers(): Promise<Api> {
  const api = createApi()
  for (const LayerName of ['tools', 'tools', 'base']) await api.call('PublishLayerVersion', { LayerName, Content })
  return api
}

describe('the layers of a function', () => {
  it('show with the size of their content, in their order', async () => {
    const api = await withLayers()
    const CodeSize = Content.ZipFile.byteLength
    expect(await api.createFunction('orders', { Layers: [arnOf('tools', 2), arnOf('base', 1)] })).toMatchObject({
      Layers: [
        { Arn: arnOf('tools', 2), CodeSize },
        { Arn: arnOf('base', 1), CodeSize },
      ],
    })
    expect(await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Layers: [arnOf('tools', 1)] })).toMatchObject({
      Layers: [{ Arn: arnOf('tools', 1), CodeSize }],
    })
  })

  it('stay when an update does not name them, and go with an empty list', async () => {
    const api = await withLayers()
    await api.createFunction('orders', { Layers: [arnOf('base', 1)] })
    const update = { FunctionName: 'orders' }
    expect((await api.call('UpdateFunctionConfiguration', { ...update, Timeout: 5 })).Layers).toHaveLength(1)
    expect((await api.call('UpdateFunctionConfiguration', { ...update, Layers: [] })).Layers).toBeUndefined()
  })

  it.each([
    ['another account', 'arn:aws:lambda:us-east-1:999999999999:layer:insights:14'],
    ['AWS itself', 'arn:aws:lambda:::awslayer:AmazonLinux1803'],
  ])('may be of %s', async (_, arn) => {
    expect(await (await withLayers()).createFunction('orders', { Layers: [arn] })).toMatchObject({
      Layers: [{ Arn: arn, CodeSize: 0 }],
    })
  })

  it.each([
    [
      'a version that is not there',
      [arnOf('tools', 3)],
      'InvalidParameterValueException',
      `Layer version ${arnOf('tools', 3)} does not exist.`,
    ],
    [
      'a layer that is not there',
      [arnOf('nothing', 1)],
      'InvalidParameterValueException',
      `Layer version ${arnOf('nothing', 1)} does not exist.`,
    ],
    [
      'two versions of one layer',
      [arnOf('tools', 1), arnOf('base', 1), arnOf('tools', 2)],
      'InvalidParameterValueException',
      `Two different versions of the same layer are not allowed to be referenced in the same function. ${arnOf('tools', 1)} and ${arnOf('tools', 2)} are versions of the same layer.`,
    ],
    [
      'six layers (recorded)',
      Array.from({ length: 6 }, (_, index) => arnOf(`layer-${index}`, 1)),
      'InvalidParameterValueException',
      'Cannot reference more than 5 layers.',
    ],
    [
      'a layer of another region',
      [arnOf('tools', 1).replace('us-east-1', 'eu-west-1')],
      'InvalidParameterValueException',
      'Layers are not in the same region as the function. Layers are expected to be in region us-east-1.',
    ],
    [
      'a layer of another account in another region',
      ['arn:aws:lambda:eu-west-1:999999999999:layer:insights:14'],
      'AccessDeniedException',
      'User: arn:aws:iam::123456789012:user/lambdouble is not authorized to perform: lambda:GetLayerVersion on resource: arn:aws:lambda:eu-west-1:999999999999:layer:insights:14 because no resource-based policy allows the lambda:GetLayerVersion action',
    ],
  ])('may not be %s', async (_, Layers, code, message) => {
    const api = await withLayers()
    await api.createFunction('orders')
    expect(await api.refusal('UpdateFunctionConfiguration', { FunctionName: 'orders', Layers })).toMatchObject({ code, message })
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    await expect(api.createFunction('orders', { Layers })).rejects.toMatchObject({ name: code, message })
    expect(await api.refusal('GetFunction', { FunctionName: 'orders' })).toMatchObject({ status: 404 })
  })

  it('have to fit beside the code, unpacked', async () => {
    const api = createApi()
    // Of a large file only the beginning is looked at: there need not be more for the test.
    const zeros = (size: number) => ({ ZipFile: zip([{ name: 'zeros', content: Buffer.alloc(8_400_000), deflate: true, size }]) })
    await api.call('PublishLayerVersion', { LayerName: 'big', Content: zeros(150_000_000) })
    await api.call('PublishLayerVersion', { LayerName: 'large', Content: zeros(112_144_001) })
    await api.createFunction('orders')
    expect(
      await api.refusal('UpdateFunctionConfiguration', { FunctionName: 'orders', Layers: [arnOf('big', 1), arnOf('large', 1)] }),
    ).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Layers consume more than the available size of 262144000 bytes',
    })
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Layers: [arnOf('big', 1)] })
    expect(await api.refusal('UpdateFunctionCode', { FunctionName: 'orders', ...zeros(112_144_001) })).toMatchObject({
      message:
        'Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is 262144001 bytes.',
    })
    expect(await api.call('UpdateFunctionCode', { FunctionName: 'orders', ...zeros(112_144_000) })).toMatchObject({
      LastUpdateStatus: 'InProgress',
    })
  })
})
