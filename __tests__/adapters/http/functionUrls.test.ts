import { GetFunctionCommand, GetLayerVersionCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import { XMLParser } from 'fast-xml-parser'
import { mockLambda, type FunctionBuilder, type MockLambda } from '../../../src/index'
import { HttpResponseStream } from '../../../src/runtime/streaming/responseStream'
import { streamify } from '../../../src/runtime/streaming/streamify'
import { serve, type Endpoint } from '../../../src/server'
import { zip } from '../../support/zip'

let lambda: MockLambda
let endpoint: Endpoint
let port: number
let client: LambdaClient

beforeEach(async () => {
  lambda = mockLambda({ clients: [], region: 'us-east-1' })
  endpoint = await serve(lambda)
  port = Number(new URL(endpoint.endpoint).port)
  client = new LambdaClient({
    endpoint: endpoint.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  })
})
afterEach(async () => {
  client.destroy()
  await endpoint.close()
  lambda.restore()
})

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

function send(options: RequestOptions, body?: string | Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, ...options }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Seeds a function with a URL and gives the URL's id. */
async function idOf(handler: Parameters<FunctionBuilder['handler']>[0], settings = {}): Promise<string> {
  lambda.function('orders').handler(handler).url(settings)
  const config = await send({ path: '/2021-10-31/functions/orders/url' })
  const { FunctionUrl } = JSON.parse(config.body.toString()) as { FunctionUrl: string }
  expect(FunctionUrl).toMatch(/^https:\/\/[a-z0-9]{32}\.lambda-url\.us-east-1\.on\.aws\/$/)
  return new URL(FunctionUrl).host.split('.')[0]!
}

const hostOf = (id: string) => `${id}.lambda-url.us-east-1.localhost:${port}`
const json = ({ body }: Reply) => JSON.parse(body.toString())

describe('a function URL at the endpoint', () => {
  it('answers on a host of this machine', async () => {
    const id = await idOf(async (event) => event)
    const headers = { host: hostOf(id), cookie: 'a=1; b=2', 'x-tag': ['one', 'two'], 'content-type': 'text/plain' }
    const reply = await send({ method: 'POST', path: '/a%2Fb/c?d=e&d=f', headers }, 'hello')
    expect(reply.status).toBe(200)
    expect(json(reply)).toMatchObject({
      rawPath: '/a%2Fb/c',
      rawQueryString: 'd=e&d=f',
      cookies: ['a=1', 'b=2'],
      headers: {
        host: hostOf(id),
        'x-tag': 'one,two',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'http',
        'x-forwarded-port': String(port),
      },
      queryStringParameters: { d: 'e,f' },
      requestContext: { domainName: `${id}.lambda-url.us-east-1.on.aws`, http: { method: 'POST', sourceIp: '127.0.0.1' } },
      body: 'hello',
    })
    expect(lambda.invocations('orders')).toHaveLength(1)
    expect(lambda.calls().map(({ operation }) => operation)).toEqual(['GetFunctionUrlConfig'])
  })

  it('answers under a path, for clients that cannot resolve such a host', async () => {
    const id = await idOf(async (event) => event.rawPath)
    for (const [path, seen] of [
      [`/_url/${id}`, '/'],
      [`/_url/${id}/`, '/'],
      [`/_url/${id}/a//..%2f?b`, '/a//..%2f'],
    ]) {
      expect((await send({ path })).body.toString()).toBe(seen)
    }
  })

  it('sends status, headers and cookies as the function gives them', async () => {
    const id = await idOf(async () => ({
      statusCode: 418,
      headers: { 'X-A': 'b', 'content-length': '999' },
      cookies: ['c=1', 'd=2'],
      body: 'tea',
    }))
    const reply = await send({ headers: { host: hostOf(id) } })
    expect(reply).toMatchObject({
      status: 418,
      headers: { 'x-a': 'b', 'x-amzn-remapped-content-length': '999', 'content-length': '3', 'set-cookie': ['c=1', 'd=2'] },
      body: Buffer.from('tea'),
    })
    const head = await send({ method: 'HEAD', headers: { host: hostOf(id) } })
    expect([head.status, head.body.byteLength]).toEqual([418, 0])
  })

  it('streams', async () => {
    const id = await idOf(
      streamify(async (_, stream) => {
        const response = HttpResponseStream.from(stream, { statusCode: 201, headers: { 'content-type': 'text/plain' } })
        response.write('one ')
        response.end('two')
      }),
      { invokeMode: 'RESPONSE_STREAM' },
    )
    const reply = await send({ headers: { host: hostOf(id) } })
    expect(reply).toMatchObject({
      status: 201,
      headers: { 'content-type': 'text/plain', 'transfer-encoding': 'chunked' },
      body: Buffer.from('one two'),
    })
  })

  it('breaks the connection where a stream breaks off', async () => {
    const id = await idOf(
      streamify(async (_, stream) => {
        await new Promise((resolve) => stream.write('first', resolve))
        throw new Error('midway')
      }),
      { invokeMode: 'RESPONSE_STREAM' },
    )
    await expect(send({ headers: { host: hostOf(id) } })).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  it('is called by pages of any site, which may read what its Cors configuration allows', async () => {
    const origin = 'https://shop.example'
    const id = await idOf(async () => 'hello', { cors: { allowOrigins: [origin], allowMethods: ['*'] } })
    const page = { host: hostOf(id), origin, 'sec-fetch-site': 'cross-site' }
    expect(await send({ headers: page })).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': origin } })
    const preflight = { ...page, 'access-control-request-method': 'PUT' }
    expect(await send({ method: 'OPTIONS', headers: preflight })).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-origin': origin, 'access-control-allow-methods': '*' },
    })
    const stranger = await send({ headers: { ...page, origin: 'https://evil.example' } })
    expect([stranger.status, stranger.headers['access-control-allow-origin']]).toEqual([200, undefined])
  })

  it('is all that such a host leads to', async () => {
    const id = await idOf(async (event) => event.rawPath)
    lambda.function('secret').returns('secret')
    for (const path of [
      '/_admin/reset',
      '/2015-03-31/functions/secret/invocations',
      '/_url/other/x',
      '/awslambda-us-east-1-tasks/x',
    ]) {
      const reply = await send({ method: 'POST', path, headers: { host: hostOf(id), origin: 'https://evil.example' } })
      expect(reply.body.toString()).toBe(path)
    }
    expect(lambda.invocations('secret')).toEqual([])
  })

  it('is not called by other sites under the path, which is on the host of the API', async () => {
    const handler = jest.fn(async () => 'hello')
    const id = await idOf(handler)
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { host: 'evil.example' }]) {
      expect(await send({ path: `/_url/${id}/`, headers })).toMatchObject({ status: 403 })
    }
    expect(handler).not.toHaveBeenCalled()
  })

  it.each([
    ['another port', (id: string) => `${id}.lambda-url.us-east-1.localhost:1`],
    ['a name of somebody else', (id: string) => `${id}.lambda-url.us-east-1.evil.example:${port}`],
    ['a longer name', (id: string) => `x.${id}.lambda-url.us-east-1.localhost:${port}`],
    ['AWS’s own name', (id: string) => `${id}.lambda-url.us-east-1.on.aws`],
  ])('does not answer under a Host with %s', async (_, host) => {
    const handler = jest.fn(async () => 'hello')
    const id = await idOf(handler)
    expect(await send({ headers: { host: host(id) } })).toMatchObject({ status: 403 })
    expect(handler).not.toHaveBeenCalled()
  })

  it('that nobody created is AWS’s 403', async () => {
    for (const options of [{ path: '/_url/abc/' }, { headers: { host: hostOf('abc') } }]) {
      const reply = await send(options)
      expect([reply.status, reply.headers['x-amzn-errortype'], json(reply)]).toEqual([
        403,
        'AccessDeniedException',
        { Message: null },
      ])
    }
  })

  it('takes the address of a proxy’s request apart', async () => {
    const id = await idOf(async (event) => event.rawPath)
    const reply = await send({ path: `http://${hostOf(id)}/a?b`, headers: { host: hostOf(id) } })
    expect(reply.body.toString()).toBe('/a')
  })
})

describe('links to code at the endpoint', () => {
  const archive = zip(['index.mjs'])

  it('lead back to it, and are good for ten minutes', async () => {
    lambda.function('orders').configure({ Code: { ZipFile: archive } })
    const { Code } = await client.send(new GetFunctionCommand({ FunctionName: 'orders' }))
    expect(Code!.Location).toMatch(new RegExp(`^${endpoint.endpoint}/awslambda-us-east-1-tasks/snapshots/123456789012/orders-`))
    const { pathname, search } = new URL(Code!.Location!)
    const path = `${pathname}${search}`
    const found = await send({ path })
    expect(found).toMatchObject({ status: 200, headers: { 'content-type': 'application/zip', server: 'AmazonS3' } })
    expect(found.body).toEqual(archive)

    await lambda.clock.advance('10m')
    const expired = await send({ path })
    expect(expired).toMatchObject({ status: 403, headers: { 'content-type': 'application/xml' } })
    expect(new XMLParser().parse(expired.body)).toMatchObject({
      Error: { Code: 'AccessDenied', Message: 'Request has expired', 'X-Amz-Expires': 600 },
    })
  })

  it('of layers do too', async () => {
    lambda.layer('tools').publish({ Content: { ZipFile: archive } })
    const { Content } = await client.send(new GetLayerVersionCommand({ LayerName: 'tools', VersionNumber: 1 }))
    expect((await send({ path: Content!.Location!.slice(endpoint.endpoint.length) })).body).toEqual(archive)
  })

  it('are as AWS gives them to the SDK of this process', async () => {
    lambda.restore()
    lambda = mockLambda({ region: 'us-east-1' })
    lambda.function('orders')
    const { Code } = await new LambdaClient().send(new GetFunctionCommand({ FunctionName: 'orders' }))
    expect(new URL(Code!.Location!).host).toBe('awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com')
  })

  it.each([
    ['/awslambda-us-east-1-tasks/', 403],
    ['/awslambda-us-east-1-tasks/../../etc/passwd', 403],
    ['/awslambda-us-east-1-tasks/%E0%A4%A?X-Amz-Signature=a', 403],
    ['/awslambda-us-east-1-tasks/x?X-Amz-Signature=a&X-Amz-Date=today&X-Amz-Expires=600', 400],
  ])('that were made up are refused in XML: %s', async (path, status) => {
    const reply = await send({ path })
    expect([reply.status, reply.headers['content-type']]).toEqual([status, 'application/xml'])
    expect(new XMLParser().parse(reply.body)).toHaveProperty('Error.Code')
  })

  it('are not followed by pages of other sites', async () => {
    expect(await send({ path: '/awslambda-us-east-1-tasks/x', headers: { origin: 'https://evil.example' } })).toMatchObject({
      status: 403,
      headers: { 'content-type': 'application/json' },
    })
  })
})
