import { GetFunctionCommand, GetFunctionUrlConfigCommand, LambdaClient } from '@aws-sdk/client-lambda'
import * as https from 'node:https'
import { gzipSync } from 'node:zlib'
import { XMLParser } from 'fast-xml-parser'
import { mockLambda, type HandlerFunction, type MockLambda, type MockLambdaOptions } from '../../../src/index'
import { zip } from '../../support/zip'

let lambda: MockLambda
const before = Object.getOwnPropertyDescriptor(globalThis, 'fetch')

function open(options: MockLambdaOptions = {}): void {
  lambda?.restore()
  lambda = mockLambda({ region: 'us-east-1', ...options })
}
beforeEach(() => open())
afterEach(() => lambda.restore())

async function urlOf(name: string): Promise<string> {
  return (await new LambdaClient().send(new GetFunctionUrlConfigCommand({ FunctionName: name }))).FunctionUrl!
}

async function serveAt(handler: HandlerFunction, settings = {}): Promise<string> {
  lambda.function('orders', handler).url(settings)
  return urlOf('orders')
}

const echo: HandlerFunction = async (event) => event

describe('fetch of a function URL', () => {
  it('is answered by the function', async () => {
    const url = await serveAt(async () => ({ statusCode: 201, headers: { 'X-A': 'b' }, cookies: ['c=1', 'd=2'], body: 'made' }))
    const response = await fetch(`${url}path?a=b#fragment`)
    expect(response).toBeInstanceOf(Response)
    expect(response).toMatchObject({ status: 201, statusText: 'Created', ok: true, redirected: false, url: `${url}path?a=b` })
    expect(response.headers.get('x-a')).toBe('b')
    expect(response.headers.getSetCookie()).toEqual(['c=1', 'd=2'])
    expect(response.headers.get('content-length')).toBe('4')
    const copy = response.clone()
    expect([copy.url, await copy.text(), await response.text()]).toEqual([`${url}path?a=b`, 'made', 'made'])
    expect(lambda.invocations('orders')).toHaveLength(1)
  })

  it.each<[string, (url: string) => Promise<Response>]>([
    [
      'a text and init',
      (url) => fetch(url, { method: 'PUT', body: '{"id":7}', headers: { 'Content-Type': 'application/json' } }),
    ],
    [
      'a URL',
      (url) =>
        fetch(new URL(url), { method: 'PUT', body: '{"id":7}', headers: new Headers({ 'content-type': 'application/json' }) }),
    ],
    [
      'a Request',
      (url) => fetch(new Request(url, { method: 'PUT', body: '{"id":7}', headers: [['content-type', 'application/json']] })),
    ],
    [
      'a Request and init over it',
      (url) => fetch(new Request(url, { headers: { 'content-type': 'application/json' } }), { method: 'PUT', body: '{"id":7}' }),
    ],
    [
      'a stream',
      (url) =>
        fetch(url, {
          method: 'PUT',
          body: new Blob(['{"id"', ':7}']).stream(),
          duplex: 'half',
          headers: { 'content-type': 'application/json' },
        } as RequestInit),
    ],
  ])('takes %s', async (_, call) => {
    const url = await serveAt(echo)
    expect(await (await call(url)).json()).toMatchObject({
      requestContext: { http: { method: 'PUT', userAgent: 'node', sourceIp: '127.0.0.1' } },
      headers: {
        host: new URL(url).host,
        accept: '*/*',
        'content-type': 'application/json',
        'content-length': '8',
        'x-forwarded-proto': 'https',
        'x-forwarded-port': '443',
      },
      body: '{"id":7}',
      isBase64Encoded: false,
    })
  })

  it('takes forms and bytes', async () => {
    const url = await serveAt(echo)
    const form = await (await fetch(url, { method: 'POST', body: new URLSearchParams({ a: 'b' }) })).json()
    expect(form).toMatchObject({ body: Buffer.from('a=b').toString('base64'), isBase64Encoded: true })
    const bytes = await (await fetch(url, { method: 'POST', body: new Uint8Array([0, 255]) })).json()
    expect(bytes).toMatchObject({ body: 'AP8=', isBase64Encoded: true })
  })

  it('uses a Request up, and refuses a used one, as fetch does', async () => {
    const url = await serveAt(echo)
    const request = new Request(url, { method: 'POST', body: 'x' })
    await fetch(request)
    expect(request.bodyUsed).toBe(true)
    await expect(fetch(request)).rejects.toMatchObject({ name: 'TypeError' })
    await expect(fetch(url, { method: 'GET', body: 'x' })).rejects.toMatchObject({ name: 'TypeError' })
  })

  it('gives no body to HEAD, 204 and 304', async () => {
    const url = await serveAt(async (event) => ({ statusCode: Number(event.queryStringParameters?.status ?? 200), body: 'x' }))
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.status, head.body, head.headers.get('content-length')]).toEqual([200, null, '1'])
    for (const status of [204, 304]) expect(await fetch(`${url}?status=${status}`)).toMatchObject({ status, body: null })
  })

  it('decompresses what the function has compressed', async () => {
    const body = gzipSync('hello').toString('base64')
    const url = await serveAt(async () => ({
      statusCode: 200,
      isBase64Encoded: true,
      headers: { 'content-encoding': 'gzip' },
      body,
    }))
    expect(await (await fetch(url)).text()).toBe('hello')
  })

  it('is Lambda’s own 403 where nobody created a URL, and is remembered', async () => {
    const response = await fetch('https://abc.lambda-url.us-east-1.on.aws/')
    expect([response.status, response.headers.get('x-amzn-errortype'), await response.json()]).toEqual([
      403,
      'AccessDeniedException',
      { Message: null },
    ])
    expect(lambda.calls()).toMatchObject([{ operation: undefined, hint: expect.stringContaining('leads to no function URL') }])
  })

  it('reads the stream of a URL with RESPONSE_STREAM', async () => {
    const url = await serveAt(async () => ({ ok: true }), { invokeMode: 'RESPONSE_STREAM' })
    const pieces: Uint8Array[] = []
    for await (const piece of (await fetch(url)).body!) pieces.push(piece as Uint8Array)
    expect(Buffer.concat(pieces).toString()).toBe('{"ok":true}')
  })

  it('is a call of the function in the double that was made last', async () => {
    const url = await serveAt(async () => 'older')
    using newer = mockLambda()
    expect((await fetch(url)).status).toBe(403)
    newer.restore()
    expect(await (await fetch(url)).text()).toBe('older')
  })

  it('knows nothing any more after a reset', async () => {
    const url = await serveAt(echo)
    lambda.reset()
    expect((await fetch(url)).status).toBe(403)
  })
})

describe('a caller who gives up', () => {
  it('is rejected with the reason, while the function is still at work', async () => {
    const url = await serveAt(() => new Promise(() => {}))
    const controller = new AbortController()
    const call = fetch(url, { signal: controller.signal })
    setImmediate(() => controller.abort())
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('before the call runs nothing', async () => {
    const handler = jest.fn()
    const url = await serveAt(handler)
    const reason = new Error('changed my mind')
    await expect(fetch(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    await expect(fetch(new Request(url, { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason)
    expect(handler).not.toHaveBeenCalled()
  })
})

describe('redirection', () => {
  const redirecting: HandlerFunction = async (event) => {
    const { status, to } = event.queryStringParameters ?? {}
    if (status !== undefined) return { statusCode: Number(status), headers: { location: to } }
    const { requestContext, headers, body = '' } = event
    return [requestContext.http.method, event.rawPath, headers.authorization ?? '', body].join(' ')
  }
  const post = { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain', authorization: 'me' } }

  it.each([
    [301, 'GET /end me '],
    [302, 'GET /end me '],
    [303, 'GET /end me '],
    [307, 'POST /end me x'],
    [308, 'POST /end me x'],
  ])('is followed: %d', async (status, text) => {
    const url = await serveAt(redirecting)
    const response = await fetch(`${url}?status=${status}&to=/end`, post)
    expect([await response.text(), response.redirected, response.url]).toEqual([text, true, `${url}end`])
  })

  it('to another function keeps credentials to itself', async () => {
    lambda.function('other', redirecting).url()
    const [url, other] = [await serveAt(redirecting), await urlOf('other')]
    const response = await fetch(`${url}?status=307&to=${other}end`, post)
    expect([await response.text(), response.url]).toEqual(['POST /end  x', `${other}end`])
  })

  it('to elsewhere goes on with the fetch that was there', async () => {
    const url = await serveAt(redirecting)
    lambda.restore()
    const native = jest.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('elsewhere'))
    open()
    lambda.function('orders', redirecting).url()
    const here = await urlOf('orders')
    expect(here).not.toBe(url)
    const response = await fetch(`${here}?status=302&to=https://example.com/end`, post)
    expect([await response.text(), response.redirected]).toEqual(['elsewhere', true])
    expect(native).toHaveBeenCalledTimes(1)
    const [address, init] = native.mock.calls[0]!
    expect([String(address), init?.method, init?.body, new Headers(init?.headers).has('authorization')]).toEqual([
      'https://example.com/end',
      'GET',
      null,
      false,
    ])
    lambda.restore()
    native.mockRestore()
  })

  it('is given to those who ask for it, and refused for those who want none', async () => {
    const url = await serveAt(redirecting)
    const manual = await fetch(`${url}?status=302&to=/end`, { redirect: 'manual' })
    expect([manual.status, manual.headers.get('location'), manual.redirected]).toEqual([302, '/end', false])
    await expect(fetch(`${url}?status=302&to=/end`, { redirect: 'error' })).rejects.toMatchObject({
      message: 'fetch failed',
      cause: { message: 'unexpected redirect' },
    })
  })

  it('ends after twenty', async () => {
    const url = await serveAt(async () => ({ statusCode: 302, headers: { location: '/again' } }))
    await expect(fetch(url)).rejects.toMatchObject({ message: 'fetch failed', cause: { message: 'redirect count exceeded' } })
    expect(lambda.invocations()).toHaveLength(21)
  })

  it('to what is no address of the Web fails', async () => {
    const url = await serveAt(redirecting)
    for (const to of ['ftp://example.com/', 'http://[']) {
      await expect(fetch(`${url}?status=302&to=${encodeURIComponent(to)}`)).rejects.toThrow('fetch failed')
    }
  })
})

describe('fetch of a link to code', () => {
  const archive = zip(['index.mjs'])

  it('gives the archive for ten minutes of virtual time, then S3’s XML', async () => {
    lambda.function('orders').configure({ Code: { ZipFile: archive } })
    const { Code } = await new LambdaClient().send(new GetFunctionCommand({ FunctionName: 'orders' }))
    expect(Code!.Location).toMatch(/^https:\/\/awslambda-us-east-1-tasks\.s3\.us-east-1\.amazonaws\.com\//)
    await lambda.clock.advance('599s')
    const response = await fetch(Code!.Location!)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
    expect(Buffer.from(await response.arrayBuffer())).toEqual(archive)
    await lambda.clock.advance('1s')
    const expired = await fetch(Code!.Location!)
    expect([expired.status, expired.headers.get('content-type')]).toEqual([403, 'application/xml'])
    expect(new XMLParser().parse(await expired.text())).toMatchObject({
      Error: { Code: 'AccessDenied', Message: 'Request has expired', 'X-Amz-Expires': 600 },
    })
  })
})

describe('everything else', () => {
  it.each([
    'data:text/plain,hello',
    new URL('data:text/plain,hello'),
    new Request('data:text/plain,hello'),
    { toString: () => 'data:text/plain,hello' } as unknown as string,
  ])('goes to the fetch that was there: %p', async (input) => {
    expect(await (await fetch(input)).text()).toBe('hello')
  })

  it.each([
    ['no address', undefined],
    ['a relative address', '/path'],
    ['a number', 7],
  ])('fails as it always did: %s', async (_, input) => {
    await expect(fetch(input as string)).rejects.toMatchObject({ name: 'TypeError' })
  })

  it.each([
    'https://abc.lambda-url.us-east-1.on.aws.example.com/',
    'https://example.com/_url/abc/',
    'https://example.com/awslambda-us-east-1-tasks/x',
    'https://example.com/?https://abc.lambda-url.us-east-1.on.aws/',
  ])('is none of its business: %s', async (address) => {
    open({ guard: 'all' })
    const failure = await fetch(address).catch((error: Error) => error)
    expect((failure as Error).cause).toMatchObject({
      code: 'ERR_LAMBDOUBLE_GUARD',
      message: expect.stringContaining('the network'),
    })
  })

  it.each<MockLambdaOptions>([{ guard: 'off' }, { onUnmatched: 'passthrough', guard: 'lambda' }])(
    'is a function URL that nobody created under %j, but not one that somebody did',
    async (options) => {
      lambda.restore()
      const native = jest.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('real'))
      open(options)
      expect(await (await fetch('https://abc.lambda-url.us-east-1.on.aws/')).text()).toBe('real')
      expect(await (await fetch(await serveAt(async () => 'double'))).text()).toBe('double')
      lambda.restore()
      native.mockRestore()
    },
  )

  it.each(['abc.lambda-url.us-east-1.on.aws', 'awslambda-us-east-1-layers.s3.us-east-1.amazonaws.com'])(
    'other HTTP clients are refused, and told what to use: %s',
    async (host) => {
      const failure = await new Promise<Error>((resolve) => https.get(`https://${host}/`).once('error', resolve))
      expect(failure).toMatchObject({ code: 'ERR_LAMBDOUBLE_GUARD' })
      expect(failure.message).toMatch(/by fetch, .* serve\(lambda\) of lambdouble\/server or through lambdouble\/nock/)
    },
  )

  it('is as it was after the double has gone', async () => {
    lambda.restore()
    expect(Object.getOwnPropertyDescriptor(globalThis, 'fetch')).toEqual(before)
  })
})
