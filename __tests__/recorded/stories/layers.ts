import { archive } from '../../support/archive'
import type { Story } from '../story'

const published: Story = {
  title: 'layers are published, and what is not there is missed in different ways',
  values: { 'resource:1': 'shared', 'resource:2': 'plain' },
  async tell({ call, recorded, refused }) {
    const [missing, invalid] = ['ResourceNotFoundException', 'InvalidParameterValueException']
    const LayerName = 'shared'
    const { LayerArn } = await recorded('PublishLayerVersion', 0)
    await refused('ListLayers', { CompatibleRuntime: 'runtimedoesnotexist' as never }, 'ValidationException')
    await refused('ListLayers', { CompatibleArchitecture: 'archdoesnotexist' as never }, 'ValidationException')
    await recorded('ListLayerVersions', 0)
    await refused('GetLayerVersion', { LayerName: 'layerdoesnotexist', VersionNumber: 1 }, missing)
    await refused('GetLayerVersion', { LayerName, VersionNumber: -1 }, invalid)
    await refused('GetLayerVersion', { LayerName, VersionNumber: 0 }, invalid)
    await refused('GetLayerVersion', { LayerName, VersionNumber: 2 }, missing)
    await refused('GetLayerVersionByArn', { Arn: LayerArn! }, 'ValidationException')
    await refused('GetLayerVersionByArn', { Arn: `${LayerArn}:2` }, missing)

    await recorded('DeleteLayerVersion', 0)
    await call('DeleteLayerVersion', { LayerName, VersionNumber: 2 })
    await refused('DeleteLayerVersion', { LayerName, VersionNumber: -1 }, invalid)
    await refused('DeleteLayerVersion', { LayerName, VersionNumber: 0 }, invalid)
    await call('DeleteLayerVersion', { LayerName, VersionNumber: 1 })
    await recorded('PublishLayerVersion', 1)
  },
}

const fromABucket: Story = {
  title: 'a layer is published from an object in a bucket',
  values: { 'resource:1': 'shared' },
  async tell({ world, recorded }) {
    world.lambda.object('test-bucket-1a2b3c4d', '/layercontent.zip', archive(200))
    await recorded('PublishLayerVersion', 2)
  },
}

export const layers = [published, fromABucket]
