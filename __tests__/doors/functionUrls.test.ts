import { GetFunctionUrlConfigCommand } from '@aws-sdk/client-lambda'
import { HttpResponseStream, streamify, type HandlerFunction, type MockLambda, type StreamingHandler } from '../../src/index'
import type { OpenDouble } from './doors'
import { throughEachDoor } from './throughEachDoor'

throughEachDoor('function URLs', (open, test) => {
  let double: OpenDouble
  let lambda: MockLambda
  beforeEach(async () => {
    double = await open({ region: 'us-east-1' })
    lambda = double.lambda
  })
  afterEach(() => double.close())

  /** Gives a function a URL. */
  async function urlOf(handler: HandlerFunction | StreamingHandler, settings = {}): Promise<string> {
    lambda
      .function('orders')
      .handler(handler as HandlerFunction)
      .url(settings)
    const { FunctionUrl } = await double.client.send(new GetFunctionUrlConfigCommand({ FunctionName: 'orders' }))
    return FunctionUrl!
  }

  test('the request is an event of version 2.0', async () => {
    const url = await urlOf(async (event: unknown) => event)
    const reply = await double.fetch(`${url}a/b?c=d&c=e`, {
      method: 'POST',
      body: '{"id":7}',
      headers: { 'content-type': 'application/json', 'x-tag': 'one' },
    })
    expect(reply.status).toBe(200)
    expect(await reply.json()).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/a/b',
      rawQueryString: 'c=d&c=e',
      queryStringParameters: { c: 'd,e' },
      headers: { 'content-type': 'application/json', 'x-tag': 'one' },
      requestContext: { accountId: 'anonymous', http: { method: 'POST', path: '/a/b', protocol: 'HTTP/1.1' } },
      body: '{"id":7}',
      isBase64Encoded: false,
    })
    expect(lambda.invocations('orders')).toHaveLength(1)
  })

  test('bytes that are no text come in base64, and go out so', async () => {
    const url = await urlOf(async ({ body, isBase64Encoded }: { body: string; isBase64Encoded: boolean }) => ({
      statusCode: 200,
      body,
      isBase64Encoded,
    }))
    const bytes = Uint8Array.of(0, 255, 1)
    const reply = await double.fetch(url, { method: 'PUT', body: bytes, headers: { 'content-type': 'image/png' } })
    expect(new Uint8Array(await reply.arrayBuffer())).toEqual(bytes)
  })

  test('status, headers and cookies are the function’s own', async () => {
    const url = await urlOf(async () => ({ statusCode: 418, headers: { 'X-A': 'b' }, cookies: ['c=1', 'd=2'], body: 'tea' }))
    const reply = await double.fetch(url)
    expect([reply.status, reply.headers.get('x-a'), reply.headers.getSetCookie(), await reply.text()]).toEqual([
      418,
      'b',
      ['c=1', 'd=2'],
      'tea',
    ])
  })

  test('without a status code the result itself is the answer', async () => {
    const reply = await double.fetch(await urlOf(async () => ({ ok: true })))
    expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([
      200,
      'application/json',
      '{"ok":true}',
    ])
  })

  test('a function that fails is a 502, whatever it said', async () => {
    const reply = await double.fetch(await urlOf(async () => Promise.reject(new Error('secret'))))
    expect([reply.status, await reply.text()]).toEqual([502, 'Internal Server Error'])
    expect(lambda.invocations('orders')).toMatchObject([{ error: { errorMessage: 'secret' } }])
  })

  test('a response is streamed with the head that the function gave it', async () => {
    const url = await urlOf(
      streamify(async (_event, stream) => {
        const response = HttpResponseStream.from(stream, { statusCode: 201, headers: { 'content-type': 'text/plain' } })
        response.write('one ')
        response.end('two')
      }),
      { invokeMode: 'RESPONSE_STREAM' },
    )
    const reply = await double.fetch(url)
    expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([201, 'text/plain', 'one two'])
  })

  test('a stream that breaks off fails its reader', async () => {
    const url = await urlOf(
      streamify(async (_event, stream) => {
        await new Promise((resolve) => stream.write('first', resolve))
        throw new Error('midway')
      }),
      { invokeMode: 'RESPONSE_STREAM' },
    )
    const reply = await double.fetch(url)
    await expect(reply.text()).rejects.toThrow()
  })

  test('AWS_IAM wants a signature', async () => {
    const url = await urlOf(async () => 'hello', { authType: 'AWS_IAM' })
    const reply = await double.fetch(url)
    expect([reply.status, reply.headers.get('x-amzn-errortype')]).toEqual([403, 'AccessDeniedException'])
    expect(lambda.invocations()).toEqual([])
  })

  test('no place to run is a 429', async () => {
    const url = await urlOf(async () => 'hello')
    lambda.function('orders').reservedConcurrency(0)
    expect((await double.fetch(url)).status).toBe(429)
  })
})
