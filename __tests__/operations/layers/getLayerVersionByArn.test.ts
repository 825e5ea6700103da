import { createApi } from '../../support/api'
import { zip } from '../../support/zip'

const layerArn = 'arn:aws:lambda:us-east-1:123456789012:layer:tools'

describe('GetLayerVersionByArn', () => {
  it('answers as GetLayerVersion', async () => {
    const api = createApi()
    const published = await api.call('PublishLayerVersion', { LayerName: 'tools', Content: { ZipFile: zip(['a.js']) } })
    expect(await api.call('GetLayerVersionByArn', { Arn: `${layerArn}:1` })).toEqual(published)
  })

  it.each([
    ['an unknown version (recorded)', `${layerArn}:2`],
    ['a layer of AWS', 'arn:aws:lambda:::awslayer:AmazonLinux1803'],
  ])('misses %s', async (_, Arn) => {
    expect(await createApi().refusal('GetLayerVersionByArn', { Arn })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'The resource you requested does not exist.',
    })
  })

  it('refuses an ARN without a version (recorded)', async () => {
    expect(await createApi().refusal('GetLayerVersionByArn', { Arn: layerArn })).toEqual({
      code: 'ValidationException',
      status: 400,
      message: `1 validation error detected: Value '${layerArn}' at 'arn' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)`,
    })
  })

  it('refuses version 0', async () => {
    expect(await createApi().refusal('GetLayerVersionByArn', { Arn: `${layerArn}:0` })).toMatchObject({
      message: 'Layer Version Cannot be less than 1',
    })
  })
})
