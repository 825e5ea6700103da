import { createApi, type Api } from '../../support/api'
import { zip } from '../../support/zip'

const layerArn = 'arn:aws:lambda:us-east-1:123456789012:layer:tools'
const Content = { ZipFile: zip(['a.js']) }

async function numbers(api: Api, more: object = {}): Promise<unknown> {
  const { LayerVersions } = await api.call('ListLayerVersions', { LayerName: 'tools', ...more })
  return LayerVersions?.map(({ Version }) => Version)
}

describe('ListLayerVersions', () => {
  it('lists the newest first, without content', async () => {
    const api = createApi()
    await api.call('PublishLayerVersion', { LayerName: 'tools', Content, Description: 'one', LicenseInfo: 'MIT' })
    await api.call('PublishLayerVersion', { LayerName: 'tools', Content, CompatibleRuntimes: ['nodejs24.x'] })
    const { LayerVersions } = await api.call('ListLayerVersions', { LayerName: layerArn })
    expect(JSON.parse(JSON.stringify(LayerVersions))).toEqual([
      {
        LayerVersionArn: `${layerArn}:2`,
        Version: 2,
        Description: '',
        CreatedDate: '2026-01-31T12:00:00.000+0000',
        CompatibleRuntimes: ['nodejs24.x'],
      },
      {
        LayerVersionArn: `${layerArn}:1`,
        Version: 1,
        Description: 'one',
        CreatedDate: '2026-01-31T12:00:00.000+0000',
        LicenseInfo: 'MIT',
      },
    ])
  })

  it('is empty for an unknown layer (recorded)', async () => {
    expect(await createApi().call('ListLayerVersions', { LayerName: 'layerdoesnotexist' })).toEqual({
      NextMarker: undefined,
      LayerVersions: [],
    })
  })

  it('leaves out versions that do not name the runtime or the architecture', async () => {
    const api = createApi()
    await api.call('PublishLayerVersion', { LayerName: 'tools', Content })
    await api.call('PublishLayerVersion', { LayerName: 'tools', Content, CompatibleRuntimes: ['nodejs24.x', 'nodejs22.x'] })
    await api.call('PublishLayerVersion', {
      LayerName: 'tools',
      Content,
      CompatibleRuntimes: ['nodejs24.x'],
      CompatibleArchitectures: ['arm64'],
    })
    expect(await numbers(api)).toEqual([3, 2, 1])
    expect(await numbers(api, { CompatibleRuntime: 'nodejs24.x' })).toEqual([3, 2])
    expect(await numbers(api, { CompatibleRuntime: 'nodejs22.x', CompatibleArchitecture: 'arm64' })).toEqual([])
    expect(await numbers(api, { CompatibleArchitecture: 'arm64' })).toEqual([3])
  })

  it('gives at most 50 a page, and markers of its own', async () => {
    const api = createApi()
    for (let count = 0; count < 52; count++) await api.call('PublishLayerVersion', { LayerName: 'tools', Content })
    const first = await api.call('ListLayerVersions', { LayerName: 'tools' })
    expect(first.LayerVersions).toHaveLength(50)
    expect(await numbers(api, { Marker: first.NextMarker })).toEqual([2, 1])
    const small = await api.call('ListLayerVersions', { LayerName: 'tools', MaxItems: 2 })
    expect(await numbers(api, { Marker: small.NextMarker, MaxItems: 2 })).toEqual([50, 49])
    expect(await api.refusal('ListLayerVersions', { LayerName: 'other', Marker: first.NextMarker })).toMatchObject({
      code: 'InvalidParameterValueException',
    })
    expect(await api.refusal('ListLayerVersions', { LayerName: 'tools', MaxItems: 51 })).toMatchObject({
      code: 'ValidationException',
    })
  })
})
