import { createApi } from '../../support/api'
import { zip } from '../../support/zip'

const layerArn = 'arn:aws:lambda:us-east-1:123456789012:layer:tools'
const publish = { LayerName: 'tools', Content: { ZipFile: zip(['a.js']) }, CompatibleRuntimes: ['nodejs24.x'] as const }

describe('GetLayerVersion', () => {
  it('answers as PublishLayerVersion did, by name or ARN', async () => {
    const api = createApi()
    const published = await api.call('PublishLayerVersion', publish)
    expect(await api.call('GetLayerVersion', { LayerName: 'tools', VersionNumber: 1 })).toEqual(published)
    expect(await api.call('GetLayerVersion', { LayerName: layerArn, VersionNumber: 1 })).toEqual(published)
  })

  it('gives a new link each time, and the same day of creation', async () => {
    const api = createApi()
    const published = await api.call('PublishLayerVersion', publish)
    await api.house.clock.advance(60_000)
    const { Content, ...rest } = await api.call('GetLayerVersion', { LayerName: 'tools', VersionNumber: 1 })
    expect(published).toMatchObject(JSON.parse(JSON.stringify(rest)) as object)
    expect(Content?.Location).not.toBe(published.Content?.Location)
  })

  it.each([
    ['an unknown layer', { LayerName: 'layerdoesnotexist', VersionNumber: 1 }],
    ['an unknown version', { LayerName: 'tools', VersionNumber: 2 }],
    ['a version beyond all numbers', { LayerName: 'tools', VersionNumber: Number.MAX_SAFE_INTEGER }],
  ])('misses %s (recorded)', async (_, input) => {
    const api = createApi()
    await api.call('PublishLayerVersion', publish)
    expect(await api.refusal('GetLayerVersion', input)).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'The resource you requested does not exist.',
    })
  })

  it.each([0, -1])('refuses version %d before it looks for the layer (recorded)', async (VersionNumber) => {
    expect(await createApi().refusal('GetLayerVersion', { LayerName: 'layerdoesnotexist', VersionNumber })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Layer Version Cannot be less than 1',
    })
  })

  it('denies layers of another account', async () => {
    const LayerName = layerArn.replace('123456789012', '999999999999')
    expect(await createApi().refusal('GetLayerVersion', { LayerName, VersionNumber: 1 })).toEqual({
      code: 'AccessDeniedException',
      status: 403,
      message: `User: arn:aws:iam::123456789012:user/lambdouble is not authorized to perform: lambda:GetLayerVersion on resource: ${LayerName} because no resource-based policy allows the lambda:GetLayerVersion action`,
    })
  })
})
