import { createHash } from 'node:crypto'
import { putObject } from '../../../src/state/storedObjects'
import { createApi, type Api } from '../../support/api'
import { zip } from '../../support/zip'

const archive = zip(['index.mjs'])
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64')
const inS3 = (more: object = {}) => ({ FunctionName: 'orders', S3Bucket: 'bucket', S3Key: 'code/orders.zip', ...more })

async function withFunction(): Promise<Api> {
  const api = createApi()
  await api.createFunction('orders')
  return api
}

describe('uploaded code', () => {
  it('has the size and the digest of the archive', async () => {
    expect(await createApi().createFunction('orders', { Code: { ZipFile: archive } })).toMatchObject({
      CodeSize: archive.byteLength,
      CodeSha256: sha256(archive),
    })
  })

  it('is a copy: the caller may go on writing', async () => {
    const api = createApi()
    const bytes = Buffer.from(archive)
    await api.createFunction('orders', { Code: { ZipFile: bytes } })
    bytes.fill(0)
    expect(Buffer.compare(api.region.functions.get('orders')!.latest.code.zip!, archive)).toBe(0)
  })

  it.each([
    ['what is no archive', { ZipFile: Buffer.from('exports.handler = 1') }],
    ['a name that leads out of the folder', { ZipFile: zip(['../../etc/cron.d/evil']) }],
    ['a link that leads out of the folder', { ZipFile: zip([{ name: 'etc', content: '/etc', mode: 0o120777 }]) }],
    ['an archive that is cut off', { ZipFile: archive.subarray(0, archive.byteLength - 5) }],
    ['a file larger than it says', { ZipFile: zip([{ name: 'a', content: 'aaaa', deflate: true, size: 2 }]) }],
  ])('may not be %s', async (_, Code) => {
    const api = await withFunction()
    expect(await api.refusal('UpdateFunctionCode', { FunctionName: 'orders', ...Code })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Could not unzip uploaded file. Please check your file, then try to upload again.',
    })
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['an archive without files', zip([])],
  ])('may not be %s', async (_, ZipFile) => {
    expect(await (await withFunction()).refusal('UpdateFunctionCode', { FunctionName: 'orders', ZipFile })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Uploaded file must be a non-empty zip',
    })
  })

  it('may not be larger than 50 MB zipped (recorded)', async () => {
    const ZipFile = Buffer.alloc(52_428_801)
    expect(await (await withFunction()).refusal('UpdateFunctionCode', { FunctionName: 'orders', ZipFile })).toEqual({
      code: 'RequestEntityTooLargeException',
      status: 413,
      message: 'Zipped size must be smaller than 52428800 bytes',
    })
  })

  it('may not be larger than 250 MB unzipped (recorded), which is seen without unpacking', async () => {
    const parts = [131_072_000, 131_072_001].map((size, index) => ({ name: `zeros-${index}`, content: '', deflate: true, size }))
    expect(await (await withFunction()).refusal('UpdateFunctionCode', { FunctionName: 'orders', ZipFile: zip(parts) })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Unzipped size must be smaller than 262144000 bytes',
    })
  })

  it('may not come with another source', async () => {
    const api = await withFunction()
    expect(await api.refusal('UpdateFunctionCode', inS3({ ZipFile: archive }))).toMatchObject({
      message: 'Please do not provide other FunctionCode parameters when providing a ZipFile.',
    })
  })
})

describe('code in S3', () => {
  it('is taken as it is if nobody has put it there: the same reference is the same code', async () => {
    const api = await withFunction()
    const digest = async (more?: object) => (await api.call('UpdateFunctionCode', inS3(more))).CodeSha256
    const first = await digest()
    expect(await digest()).toBe(first)
    expect(await digest({ S3ObjectVersion: '2' })).not.toBe(first)
    expect(await api.call('UpdateFunctionCode', inS3())).toMatchObject({ CodeSize: 0 })
  })

  it('has the size and the digest of the object that is there, by version if one is named', async () => {
    const api = await withFunction()
    const newer = zip(['index.mjs', 'newer.mjs'])
    putObject(api.region.objects, 'bucket', 'code/orders.zip', archive, 'v1')
    putObject(api.region.objects, 'bucket', 'code/orders.zip', newer)
    const of = (bytes: Uint8Array) => ({ CodeSize: bytes.byteLength, CodeSha256: sha256(bytes) })
    expect(await api.call('UpdateFunctionCode', inS3())).toMatchObject(of(newer))
    expect(await api.call('UpdateFunctionCode', inS3({ S3ObjectVersion: 'v1' }))).toMatchObject(of(archive))
    expect(await api.call('UpdateFunctionCode', inS3({ S3ObjectVersion: 'v2' }))).toMatchObject({ CodeSize: 0 })
  })

  it('may be larger than an upload, but has to be an archive', async () => {
    const api = await withFunction()
    putObject(api.region.objects, 'bucket', 'code/orders.zip', Buffer.from('text'))
    expect(await api.refusal('UpdateFunctionCode', inS3())).toMatchObject({
      message: 'Could not unzip uploaded file. Please check your file, then try to upload again.',
    })
    const large = zip([{ name: 'large.bin', content: Buffer.alloc(52_428_801) }])
    putObject(api.region.objects, 'bucket', 'code/orders.zip', large)
    expect(await api.call('UpdateFunctionCode', inS3())).toMatchObject({ CodeSize: large.byteLength })
  })

  it('needs bucket and key', async () => {
    const api = await withFunction()
    expect(await api.refusal('UpdateFunctionCode', { FunctionName: 'orders', S3Bucket: 'bucket' })).toMatchObject({
      code: 'InvalidParameterValueException',
      message: 'Please provide a source for function code.',
    })
  })

  it('shows where it is if Lambda is to use it there, and the key it is encrypted with', async () => {
    const api = await withFunction()
    const SourceKMSKeyArn = 'arn:aws:kms:us-east-1:123456789012:key/my-key'
    const codeOf = async () =>
      JSON.parse(JSON.stringify((await api.call('GetFunction', { FunctionName: 'orders' })).Code)) as object
    await api.call('UpdateFunctionCode', inS3({ S3ObjectVersion: 'v1', S3ObjectStorageMode: 'REFERENCE' }))
    expect(await codeOf()).toEqual({
      RepositoryType: 'S3',
      Location: expect.any(String),
      ResolvedS3Object: { S3Bucket: 'bucket', S3Key: 'code/orders.zip', S3ObjectVersion: 'v1' },
    })
    await api.call('UpdateFunctionCode', inS3({ S3ObjectStorageMode: 'COPY', SourceKMSKeyArn }))
    expect(await codeOf()).toEqual({ RepositoryType: 'S3', Location: expect.any(String), SourceKMSKeyArn })
  })
})
