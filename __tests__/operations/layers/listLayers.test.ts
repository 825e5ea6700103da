import { createApi } from '../../support/api'
import { zip } from '../../support/zip'

const arnOf = (name: string) => `arn:aws:lambda:us-east-1:123456789012:layer:${name}`
const Content = { ZipFile: zip(['a.js']) }

describe('ListLayers', () => {
  it('lists each layer by name with its newest version', async () => {
    const api = createApi()
    await api.call('PublishLayerVersion', { LayerName: 'tools', Content })
    await api.call('PublishLayerVersion', { LayerName: 'base', Content })
    await api.call('PublishLayerVersion', { LayerName: 'tools', Content, Description: 'newer' })
    const { Layers } = await api.call('ListLayers', {})
    expect(Layers?.map(({ LayerName }) => LayerName)).toEqual(['base', 'tools'])
    expect(JSON.parse(JSON.stringify(Layers?.[1]))).toEqual({
      LayerName: 'tools',
      LayerArn: arnOf('tools'),
      LatestMatchingVersion: {
        LayerVersionArn: `${arnOf('tools')}:2`,
        Version: 2,
        Description: 'newer',
        CreatedDate: '2026-01-31T12:00:00.000+0000',
      },
    })
  })

  it('shows the newest version that fits, and no layer without one', async () => {
    const api = createApi()
    await api.call('PublishLayerVersion', { LayerName: 'tools', Content, CompatibleRuntimes: ['nodejs22.x'] })
    await api.call('PublishLayerVersion', { LayerName: 'tools', Content, CompatibleRuntimes: ['nodejs24.x'] })
    await api.call('PublishLayerVersion', { LayerName: 'other', Content })
    const { Layers } = await api.call('ListLayers', { CompatibleRuntime: 'nodejs22.x' })
    expect(Layers?.map((layer) => [layer.LayerName, layer.LatestMatchingVersion?.Version])).toEqual([['tools', 1]])
  })

  it('does not list a layer whose versions are all deleted', async () => {
    const api = createApi()
    await api.call('PublishLayerVersion', { LayerName: 'tools', Content })
    await api.call('DeleteLayerVersion', { LayerName: 'tools', VersionNumber: 1 })
    expect((await api.call('ListLayers', {})).Layers).toEqual([])
  })

  it('gives at most 50 a page', async () => {
    const api = createApi()
    for (let count = 0; count < 51; count++) await api.call('PublishLayerVersion', { LayerName: `layer-${100 + count}`, Content })
    const first = await api.call('ListLayers', {})
    expect(first.Layers).toHaveLength(50)
    const second = await api.call('ListLayers', { Marker: first.NextMarker })
    expect(second.Layers?.map(({ LayerName }) => LayerName)).toEqual(['layer-150'])
    expect(second.NextMarker).toBeUndefined()
  })

  it('refuses an unknown architecture (recorded)', async () => {
    expect(await createApi().refusal('ListLayers', { CompatibleArchitecture: 'archdoesnotexist' as never })).toEqual({
      code: 'ValidationException',
      status: 400,
      message: `1 validation error detected: Value 'archdoesnotexist' at 'compatibleArchitecture' failed to satisfy constraint: Member must satisfy enum value set: [x86_64, arm64]`,
    })
  })
})
