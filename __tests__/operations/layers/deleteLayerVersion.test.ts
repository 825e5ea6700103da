import { createApi } from '../../support/api'
import { zip } from '../../support/zip'

const layerArn = 'arn:aws:lambda:us-east-1:123456789012:layer:tools'
const publish = { LayerName: 'tools', Content: { ZipFile: zip(['a.js']) } }

describe('DeleteLayerVersion', () => {
  it('takes the version out of sight', async () => {
    const api = createApi()
    await api.call('PublishLayerVersion', publish)
    await api.call('PublishLayerVersion', publish)
    expect(await api.call('DeleteLayerVersion', { LayerName: 'tools', VersionNumber: 1 })).toEqual({})
    expect(await api.refusal('GetLayerVersion', { LayerName: 'tools', VersionNumber: 1 })).toMatchObject({ status: 404 })
    const { LayerVersions } = await api.call('ListLayerVersions', { LayerName: 'tools' })
    expect(LayerVersions?.map(({ Version }) => Version)).toEqual([2])
  })

  it('leaves functions their copy', async () => {
    const api = createApi()
    const { Content } = await api.call('PublishLayerVersion', publish)
    await api.createFunction('orders', { Layers: [`${layerArn}:1`] })
    await api.call('DeleteLayerVersion', { LayerName: 'tools', VersionNumber: 1 })
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 9 })
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toMatchObject({
      Layers: [{ Arn: `${layerArn}:1`, CodeSize: Content?.CodeSize }],
    })
    expect(await api.refusal('UpdateFunctionConfiguration', { FunctionName: 'orders', Layers: [`${layerArn}:1`] })).toMatchObject(
      {
        message: `Layer version ${layerArn}:1 does not exist.`,
      },
    )
  })

  it('says nothing about what is not there (recorded)', async () => {
    const api = createApi()
    expect(await api.call('DeleteLayerVersion', { LayerName: 'layerdoesnotexist', VersionNumber: 1 })).toEqual({})
    await api.call('PublishLayerVersion', publish)
    expect(await api.call('DeleteLayerVersion', { LayerName: 'tools', VersionNumber: 2 })).toEqual({})
  })

  it('refuses a number below 1 (recorded)', async () => {
    expect(await createApi().refusal('DeleteLayerVersion', { LayerName: 'tools', VersionNumber: -1 })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Layer Version Cannot be less than 1',
    })
  })
})
