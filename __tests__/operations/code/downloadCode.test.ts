import { downloadCode, type CodeDownload } from '../../../src/operations/code/downloadCode'
import { createApi, type Api } from '../../support/api'
import { zip } from '../../support/zip'

const archive = zip(['index.mjs'])
const minutes = 60_000

async function withFunction(): Promise<{ api: Api; link: string }> {
  const api = createApi()
  await api.createFunction('orders', { Code: { ZipFile: archive } })
  return { api, link: await linkTo(api, 'orders') }
}

async function linkTo(api: Api, FunctionName: string, Qualifier?: string): Promise<string> {
  return (await api.call('GetFunction', { FunctionName, Qualifier })).Code!.Location!
}

function fetchFrom({ house }: Api, link: string, method = 'GET'): CodeDownload | undefined {
  const { host, pathname, search } = new URL(link)
  return downloadCode(house.world, { method, host, path: pathname, query: search.slice(1) }, house.clock.now())
}

const errorOf = (answer: CodeDownload | undefined) =>
  answer && 'error' in answer ? [answer.status, answer.error.Code, answer.error.Message] : answer

const changed = (link: string, change: (query: URLSearchParams) => void) => {
  const url = new URL(link)
  change(url.searchParams)
  return url.href
}

const bodyOf = (answer: CodeDownload | undefined) => (answer && 'body' in answer ? Buffer.from(answer.body) : answer)

describe('the link of GetFunction', () => {
  it('gives the archive', async () => {
    const { api, link } = await withFunction()
    expect(fetchFrom(api, link)).toEqual({
      status: 200,
      headers: {
        'content-type': 'application/zip',
        'content-length': String(archive.byteLength),
        'accept-ranges': 'bytes',
        etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
        'x-amz-version-id': new URL(link).searchParams.get('versionId'),
        'x-amz-request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
        'x-amz-id-2': expect.any(String),
        server: 'AmazonS3',
      },
      body: new Uint8Array(archive),
    })
  })

  it('is good for ten minutes of virtual time', async () => {
    const { api, link } = await withFunction()
    await api.house.clock.advance(10 * minutes - 1)
    expect(bodyOf(fetchFrom(api, link))).toEqual(archive)
    await api.house.clock.advance(1)
    expect(fetchFrom(api, link)).toEqual({
      status: 403,
      headers: expect.objectContaining({ 'content-type': 'application/xml' }) as object,
      error: {
        Code: 'AccessDenied',
        Message: 'Request has expired',
        'X-Amz-Expires': '600',
        Expires: '2026-01-31T12:10:00Z',
        ServerTime: '2026-01-31T12:10:00Z',
        RequestId: expect.stringMatching(/^[0-9A-F]{16}$/),
        HostId: expect.any(String),
      },
    })
    expect(bodyOf(fetchFrom(api, await linkTo(api, 'orders')))).toEqual(archive)
  })

  it('leads to the version that was asked for', async () => {
    const { api } = await withFunction()
    await api.call('UpdateFunctionCode', { FunctionName: 'orders', ZipFile: archive, Publish: true })
    const newer = zip(['newer.mjs'])
    await api.call('UpdateFunctionCode', { FunctionName: 'orders', ZipFile: newer })
    expect(bodyOf(fetchFrom(api, await linkTo(api, 'orders', '1')))).toEqual(archive)
    expect(bodyOf(fetchFrom(api, await linkTo(api, 'orders')))).toEqual(newer)
  })

  it('can be asked of any host with the bucket in the path', async () => {
    const { api, link } = await withFunction()
    const { host, pathname, search } = new URL(link)
    expect(bodyOf(fetchFrom(api, `http://127.0.0.1:9001/${host.split('.')[0]}${pathname}${search}`))).toEqual(archive)
  })

  it.each([
    ['without a signature', (query: URLSearchParams) => query.delete('X-Amz-Signature'), [403, 'AccessDenied', 'Access Denied']],
    [
      'with a later date',
      (query: URLSearchParams) => query.set('X-Amz-Date', '20260131T130000Z'),
      [403, 'SignatureDoesNotMatch', expect.stringMatching(/^The request signature we calculated does not match/)],
    ],
    [
      'with more time',
      (query: URLSearchParams) => query.set('X-Amz-Expires', '604800'),
      [403, 'SignatureDoesNotMatch', expect.any(String)],
    ],
    [
      'with a date that is none',
      (query: URLSearchParams) => query.set('X-Amz-Date', 'today'),
      [400, 'AuthorizationQueryParametersError', expect.stringMatching(/^X-Amz-Date must be/)],
    ],
    [
      'with a time that is none',
      (query: URLSearchParams) => query.set('X-Amz-Expires', '1e300'),
      [400, 'AuthorizationQueryParametersError', expect.any(String)],
    ],
    [
      'for another version',
      (query: URLSearchParams) => query.set('versionId', 'another'),
      [403, 'SignatureDoesNotMatch', expect.any(String)],
    ],
  ])('is refused %s', async (_, change, refusal) => {
    const { api, link } = await withFunction()
    expect(errorOf(fetchFrom(api, changed(link, change)))).toEqual(refusal)
  })

  it('is signed for GET alone', async () => {
    const { api, link } = await withFunction()
    for (const method of ['HEAD', 'PUT', 'DELETE']) {
      expect(errorOf(fetchFrom(api, link, method))).toEqual([403, 'SignatureDoesNotMatch', expect.any(String)])
    }
  })

  it('leads nowhere once the function is gone', async () => {
    const { api, link } = await withFunction()
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    expect(errorOf(fetchFrom(api, link))).toEqual([404, 'NoSuchKey', 'The specified key does not exist.'])
  })

  it('leads nowhere for code that nobody has seen, and the hint says how to show it', async () => {
    const api = createApi()
    await api.createFunction('orders', { Code: { S3Bucket: 'bucket', S3Key: 'orders.zip' } })
    expect(fetchFrom(api, await linkTo(api, 'orders'))).toMatchObject({
      status: 404,
      error: { Code: 'NoSuchKey' },
      hint: `Nobody has shown the double s3://bucket/orders.zip: lambda.object('bucket', 'orders.zip', bytes).`,
    })
  })

  it('is found in the region and the account of the function only', async () => {
    const api = createApi({ region: 'cn-north-1' })
    await api.createFunction('orders', { Role: 'arn:aws-cn:iam::123456789012:role/any', Code: { ZipFile: archive } })
    const link = await linkTo(api, 'orders')
    expect(link).toMatch(/^https:\/\/awslambda-cn-north-1-tasks\.s3\.cn-north-1\.amazonaws\.com\.cn\//)
    expect(bodyOf(fetchFrom(api, link))).toEqual(archive)
    const elsewhere = createApi({ region: 'us-east-1' })
    await elsewhere.createFunction('orders', { Code: { ZipFile: archive } })
    expect(errorOf(fetchFrom(elsewhere, link))).toEqual([404, 'NoSuchKey', expect.any(String)])
  })
})

describe('the link of GetLayerVersion', () => {
  it('gives the content for ten minutes', async () => {
    const api = createApi()
    await api.call('PublishLayerVersion', { LayerName: 'tools', Content: { ZipFile: archive } })
    const { Content } = await api.call('GetLayerVersion', { LayerName: 'tools', VersionNumber: 1 })
    expect(Content?.Location).toMatch(
      /^https:\/\/awslambda-us-east-1-layers\.s3\.us-east-1\.amazonaws\.com\/snapshots\/123456789012\/tools-[0-9a-f-]{36}\?versionId=/,
    )
    expect(bodyOf(fetchFrom(api, Content!.Location!))).toEqual(archive)
    await api.house.clock.advance(11 * minutes)
    expect(errorOf(fetchFrom(api, Content!.Location!))).toEqual([403, 'AccessDenied', 'Request has expired'])
  })
})

describe('a request that is for no bucket of Lambda', () => {
  it.each([
    ['another bucket', 'https://my-bucket.s3.us-east-1.amazonaws.com/code.zip'],
    ['a bucket of another region than its host', 'https://awslambda-us-east-1-tasks.s3.eu-west-1.amazonaws.com/snapshots/x'],
    ['the Lambda API', 'https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/orders'],
    ['the root of a host', 'http://127.0.0.1:9001/'],
  ])('%s is left to others', (_, link) => {
    expect(fetchFrom(createApi(), link)).toBeUndefined()
  })

  it('a key that cannot be decoded is a key that is not there', () => {
    const link = 'https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/%E0%A4%A?X-Amz-Signature=a'
    expect(errorOf(fetchFrom(createApi(), link))).toEqual([403, 'AccessDenied', 'Access Denied'])
  })
})
