import type { Input } from '../../../src/model/api'
import { archive } from '../../support/archive'
import type { SetUp, SetUps } from './setUp'

const LayerName = 'my-layer'

const layer =
  (versions: number, more: Partial<Input<'PublishLayerVersion'>> = {}): SetUp =>
  async ({ call }) => {
    for (let version = 1; version <= versions; version++)
      await call('PublishLayerVersion', { LayerName, Content: { ZipFile: archive(169) }, ...more })
  }

export const layers: SetUps = {
  AddLayerVersionPermission: [layer(1)],
  DeleteLayerVersion: [layer(2)],
  GetLayerVersion: [
    layer(1, { Description: 'My Python layer', LicenseInfo: 'MIT', CompatibleRuntimes: ['python3.6', 'python3.7'] }),
  ],
  GetLayerVersionByArn: [
    layer(3, {
      LayerName: 'blank-python-lib',
      Description: 'Dependencies for the blank-python sample app.',
      CompatibleRuntimes: ['python3.8'],
    }),
  ],
  ListLayerVersions: [
    async (world) => {
      const more = { LayerName: 'blank-java-lib', Description: 'Dependencies for the blank-java sample app.' }
      await layer(7, { ...more, CompatibleRuntimes: ['java8'] })(world, {})
      for (const VersionNumber of [1, 2, 3, 4, 5])
        await world.call('DeleteLayerVersion', { LayerName: 'blank-java-lib', VersionNumber })
    },
  ],
  ListLayers: [layer(2, { Description: 'My layer', CompatibleRuntimes: ['python3.6', 'python3.7'] })],
  PublishLayerVersion: [
    ({ lambda }) => {
      lambda.object('lambda-layers-us-west-2-123456789012', 'layer.zip', archive(169))
    },
  ],
  RemoveLayerVersionPermission: [
    async (world) => {
      await layer(1)(world, {})
      const permission = { StatementId: 'xaccount', Principal: '223456789012', Action: 'lambda:GetLayerVersion' }
      await world.call('AddLayerVersionPermission', { LayerName, VersionNumber: 1, ...permission })
    },
  ],
}
