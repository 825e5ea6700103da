import { createHash } from 'node:crypto'
import { createApi } from '../../support/api'
import { zip } from '../../support/zip'

const layerArn = 'arn:aws:lambda:us-east-1:123456789012:layer:tools'
const content = zip(['nodejs/tools.js'])
const sha256 = createHash('sha256').update(content).digest('base64')
const publish = { LayerName: 'tools', Content: { ZipFile: content } }

/** The answer as it stands on the wire: without members that are undefined. */
const onTheWire = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

describe('PublishLayerVersion', () => {
  it('answers with the first version, with what the publisher said and a link to the content (recorded)', async () => {
    const published = await createApi().call('PublishLayerVersion', {
      ...publish,
      CompatibleRuntimes: ['python3.12'],
      CompatibleArchitectures: ['x86_64'],
    })
    expect(onTheWire(published)).toEqual({
      Content: { CodeSha256: sha256, CodeSize: content.byteLength, Location: expect.stringMatching(/^https:/) },
      LayerArn: layerArn,
      LayerVersionArn: `${layerArn}:1`,
      Description: '',
      CreatedDate: '2026-01-31T12:00:00.000+0000',
      Version: 1,
      CompatibleRuntimes: ['python3.12'],
      CompatibleArchitectures: ['x86_64'],
    })
  })

  it('shows runtimes and architectures only if some were given, even none (recorded)', async () => {
    const api = createApi()
    const bare = onTheWire(await api.call('PublishLayerVersion', publish))
    expect(Object.keys(bare as object).sort()).toEqual(
      ['Content', 'CreatedDate', 'Description', 'LayerArn', 'LayerVersionArn', 'Version'].sort(),
    )
    const empty = await api.call('PublishLayerVersion', { ...publish, CompatibleRuntimes: [], CompatibleArchitectures: [] })
    expect(empty).toMatchObject({ CompatibleRuntimes: [], CompatibleArchitectures: [] })
  })

  it('shows description and license', async () => {
    const published = await createApi().call('PublishLayerVersion', { ...publish, Description: 'My layer', LicenseInfo: 'MIT' })
    expect(published).toMatchObject({ Description: 'My layer', LicenseInfo: 'MIT' })
  })

  it('counts versions per layer and never gives a number twice', async () => {
    const api = createApi()
    const number = async (LayerName: string) => (await api.call('PublishLayerVersion', { ...publish, LayerName })).Version
    expect([await number('tools'), await number('tools'), await number('other')]).toEqual([1, 2, 1])
    await api.call('DeleteLayerVersion', { LayerName: 'tools', VersionNumber: 2 })
    await api.call('DeleteLayerVersion', { LayerName: 'tools', VersionNumber: 1 })
    expect(await number('tools')).toBe(3)
  })

  it('takes the layer by ARN', async () => {
    expect(await createApi().call('PublishLayerVersion', { ...publish, LayerName: layerArn })).toMatchObject({
      LayerVersionArn: `${layerArn}:1`,
    })
  })

  it('takes size and digest from the object in S3 if it is known', async () => {
    const api = createApi()
    const Content = { S3Bucket: 'bucket', S3Key: '/layercontent.zip' }
    expect(await api.call('PublishLayerVersion', { LayerName: 'tools', Content })).toMatchObject({ Content: { CodeSize: 0 } })
    api.house.seedOf('us-east-1').region().objects.set('bucket//layercontent.zip', { bytes: content, versions: new Map() })
    expect(await api.call('PublishLayerVersion', { LayerName: 'tools', Content })).toMatchObject({
      Content: { CodeSize: content.byteLength, CodeSha256: sha256 },
    })
  })

  it.each([
    ['no content', {}, 'Please provide a source for layer code.'],
    [
      'what is no archive',
      { ZipFile: Buffer.from('text') },
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    ],
    ['an empty file', { ZipFile: Buffer.alloc(0) }, 'Uploaded file must be a non-empty zip'],
  ])('refuses %s and publishes nothing', async (_, Content, message) => {
    const api = createApi()
    expect(await api.refusal('PublishLayerVersion', { LayerName: 'tools', Content })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message,
    })
    expect(await api.call('ListLayers', {})).toEqual({ NextMarker: undefined, Layers: [] })
  })

  it('refuses unknown runtimes and architectures together (recorded)', async () => {
    const refusal = await createApi().refusal('PublishLayerVersion', {
      ...publish,
      CompatibleRuntimes: ['invalidruntime' as never],
      CompatibleArchitectures: ['invalidarch' as never],
    })
    expect(refusal).toMatchObject({ code: 'ValidationException', status: 400 })
    expect(refusal.message).toMatch(/^2 validation errors detected: Value '\[invalidruntime\]' at 'compatibleRuntimes'/)
  })

  it('denies layers of another account, and does not reach another region', async () => {
    const api = createApi()
    expect(
      await api.refusal('PublishLayerVersion', { ...publish, LayerName: layerArn.replace('123456789012', '999999999999') }),
    ).toMatchObject({ code: 'AccessDeniedException', status: 403 })
    expect(
      await api.refusal('PublishLayerVersion', { ...publish, LayerName: layerArn.replace('us-east-1', 'eu-west-1') }),
    ).toMatchObject({
      code: 'ResourceNotFoundException',
      message: `Layers from 'eu-west-1' are not reachable in this region ('us-east-1')`,
    })
  })
})
