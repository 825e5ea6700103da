import { buildLayer, type LayerSettings } from '../../src/builders/layerBuilder'
import { createApi } from '../support/api'
import { zip } from '../support/zip'

function setup() {
  const api = createApi()
  return { api, tools: buildLayer(api.house.seedOf('us-east-1'), 'tools') }
}

describe('layer', () => {
  it('is not there before its first version', async () => {
    const { api, tools } = setup()
    expect(tools).toMatchObject({ name: 'tools', arn: 'arn:aws:lambda:us-east-1:123456789012:layer:tools' })
    expect((await api.call('ListLayers', {})).Layers).toEqual([])
  })

  it('publishes version after version, each found by its ARN', async () => {
    const { api, tools } = setup()
    const Content = { ZipFile: zip(['nodejs/a.js']) }
    const first = tools.publish({ Content, Description: 'first', CompatibleRuntimes: ['nodejs24.x'] })
    const second = first.publish()
    expect([first.arn, second.arn]).toEqual([`${tools.arn}:1`, `${tools.arn}:2`])
    expect(first).toMatchObject({ name: 'tools', Version: 1, Content: { CodeSize: Content.ZipFile.byteLength } })
    expect(await api.call('GetLayerVersionByArn', { Arn: first.arn })).toMatchObject({
      Description: 'first',
      CompatibleRuntimes: ['nodejs24.x'],
    })
    expect((await api.call('GetLayerVersionByArn', { Arn: second.arn })).Content?.CodeSize).toBeGreaterThan(0)
  })

  it.each<readonly [string, object, RegExp]>([
    [
      'an unknown member',
      { Runtimes: [] },
      /lambda\.layer\('tools'\)\.publish\(\.\.\.\): PublishLayerVersion has no member Runtimes/,
    ],
    ['a name', { LayerName: 'tools' }, /is for this layer: leave LayerName out/],
    [
      'what AWS would refuse',
      { Content: { ZipFile: Buffer.from('text') } },
      /AWS would refuse\. PublishLayerVersion answers InvalidParameterValueException: Could not unzip uploaded file/,
    ],
  ])('refuses %s', async (_, settings, message) => {
    const { api, tools } = setup()
    expect(() => tools.publish(settings as LayerSettings)).toThrow(message)
    expect((await api.call('ListLayers', {})).Layers).toEqual([])
  })

  it('needs a name', () => {
    expect(() => buildLayer(createApi().house.seedOf('us-east-1'), undefined as never)).toThrow(
      /lambda\.layer\(name\) needs the layer's name/,
    )
  })
})
