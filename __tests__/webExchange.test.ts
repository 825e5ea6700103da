import { buildFunction } from '../src/builders/buildFunction'
import { unmetExpectations } from '../src/double/unmetExpectations'
import type { WebReply } from '../src/webExchange'
import { createApi } from './support/api'
import { seen, textOf, webRequest } from './support/webRequest'
import { zip } from './support/zip'

function setup(options: Parameters<typeof createApi>[0] = {}) {
  const api = createApi(options)
  const fn = buildFunction(api.house.seedOf('eu-west-1'), 'orders').returns('hello').url()
  const { id } = api.house.world.region('123456789012', 'eu-west-1').functions.get('orders')!.urls.get('$LATEST')!
  return { api, fn, web: api.house.web, id, host: `${id}.lambda-url.eu-west-1.on.aws` }
}

describe('what a host leads to', () => {
  it('is a function by its URL, in any spelling', () => {
    const { web, host } = setup()
    for (const spelling of [host, `${host}:443`, `${host}.`, host.toUpperCase()]) expect(web.leadsTo(spelling)).toBe('function')
  })

  it('is nothing by a URL that nobody created, or of another region', () => {
    const { web, id } = setup()
    expect(web.leadsTo('abc.lambda-url.eu-west-1.on.aws')).toBe('nothing')
    expect(web.leadsTo(`${id}.lambda-url.us-east-1.on.aws`)).toBe('nothing')
  })

  it.each(['awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com', 'awslambda-cn-north-1-layers.s3.cn-north-1.amazonaws.com.cn'])(
    'is code by %s',
    (host) => {
      expect(setup().web.leadsTo(host)).toBe('code')
    },
  )

  it.each([
    'lambda.us-east-1.amazonaws.com',
    'my-bucket.s3.us-east-1.amazonaws.com',
    'abc.lambda-url.us-east-1.on.aws.example.com',
    'a.b.lambda-url.us-east-1.on.aws',
    'lambda-url.us-east-1.on.aws',
    'awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com.example.com',
    'example.com',
    '',
  ])('is none of its business for %j', (host) => {
    expect(setup().web.leadsTo(host)).toBeUndefined()
  })
})

describe('a request', () => {
  it('to a host in any spelling reaches the function', async () => {
    const { web, host } = setup()
    for (const spelling of [host.toUpperCase(), `${host}.:443`]) {
      expect(await textOf((await web.exchange(webRequest({ host: spelling }))) as WebReply)).toBe('hello')
    }
  })

  it('with the id in the path reaches the function, which sees what follows', async () => {
    const { api, web, id } = setup()
    for (const path of [`/_url/${id}`, `/_url/${id}/`, `/_url/${id}/a%2Fb//c`, `/_url/${id.toUpperCase()}/..`]) {
      expect(((await web.exchange(webRequest({ host: '127.0.0.1', path }))) as WebReply).status).toBe(200)
    }
    const paths = api.house.ranSoFar().map(({ event }) => (event as { rawPath: string }).rawPath)
    expect(paths).toEqual(['/', '/', '/a%2Fb//c', '/..'])
  })

  it('to a URL that is not there is AWS’s 403, is remembered, and says which there are', async () => {
    const { api, web, host } = setup()
    const reply = await web.exchange(webRequest({ host: 'abc.lambda-url.eu-west-1.on.aws', path: '/x' }))
    expect(await seen(reply as WebReply)).toMatchObject({
      status: 403,
      headers: { 'x-amzn-errortype': 'AccessDeniedException' },
      body: '{"Message":null}',
    })
    const hint = `GET https://abc.lambda-url.eu-west-1.on.aws/x leads to no function URL. There are: https://${host}/ (orders).`
    expect(api.house.calledSoFar()).toEqual([
      expect.objectContaining({
        operation: undefined,
        region: 'eu-west-1',
        error: { name: 'AccessDeniedException', message: hint, status: 403 },
        hint,
      }),
    ])
    expect(unmetExpectations(api.house, 1)).toBeUndefined()
  })

  it('to a URL that is not there fails a strict test', async () => {
    const { api, web } = setup({ strict: true })
    await web.exchange(webRequest({ host: 'abc.lambda-url.eu-west-1.on.aws' }))
    expect(unmetExpectations(api.house, 1)?.message).toContain(
      '- GET https://abc.lambda-url.eu-west-1.on.aws/ leads to no function URL. There are: https://',
    )
  })

  it('says how to make a URL if there is none', async () => {
    const { house } = createApi()
    await house.web.exchange(webRequest())
    expect(house.calledSoFar()[0]!.hint).toMatch(/No function has a URL\. Give it one: lambda\.function\('orders'\)\.url\(\)\.$/)
  })

  it('is forbidden once the URL has been deleted', async () => {
    const { api, web, host } = setup({ region: 'eu-west-1' })
    await api.call('DeleteFunctionUrlConfig', { FunctionName: 'orders' })
    expect(await web.exchange(webRequest({ host }))).toMatchObject({ status: 403 })
  })

  it('to neither is a mistake of whoever built the door', async () => {
    const { web } = setup()
    await expect(web.exchange(webRequest({ host: 'example.com', path: '/a' }))).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('example.com/a is no function URL and no link to code.'),
    })
  })
})

describe('a link to code', () => {
  const archive = zip(['index.mjs'])

  async function withLink() {
    const api = createApi()
    await api.createFunction('orders', { Code: { ZipFile: archive } })
    const { Location } = (await api.call('GetFunction', { FunctionName: 'orders' })).Code!
    const { host, pathname: path, search } = new URL(Location!)
    return { api, get: () => api.house.web.exchange(webRequest({ host, path, query: search.slice(1) })) }
  }

  it('gives the archive, ten minutes long', async () => {
    const { api, get } = await withLink()
    expect(await get()).toMatchObject({ kind: 'reply', status: 200, cookies: [], body: new Uint8Array(archive) })
    await api.house.clock.advance(600_000)
    expect(await get()).toMatchObject({
      kind: 's3-error',
      status: 403,
      headers: { 'content-type': 'application/xml' },
      error: { Code: 'AccessDenied', Message: 'Request has expired' },
    })
    expect(api.house.calledSoFar()).toEqual([])
  })

  it('that leads nowhere is remembered', async () => {
    const { api, get } = await withLink()
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    expect(await get()).toMatchObject({ kind: 's3-error', status: 404, error: { Code: 'NoSuchKey' } })
    expect(api.house.calledSoFar()).toMatchObject([{ operation: undefined, error: { name: 'NoSuchKey', status: 404 } }])
    expect(unmetExpectations(api.house, 1)).toBeUndefined()
  })
})
