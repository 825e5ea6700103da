import { request, type RequestOptions } from 'node:http'
import { connect } from 'node:net'
import { mockLambda, type MockLambda } from '../../../src/index'
import { serve, type Endpoint } from '../../../src/server'

let lambda: MockLambda
let endpoint: Endpoint
let port: number

beforeEach(async () => {
  lambda = mockLambda({ clients: [] })
  endpoint = await serve(lambda)
  port = Number(new URL(endpoint.endpoint).port)
})
afterEach(async () => {
  await endpoint.close()
  lambda.restore()
})

/** A request without any client's help: the path goes out as it is. */
function send(
  options: RequestOptions,
  body?: string | Buffer,
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, ...options }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('the HTTP endpoint', () => {
  it('takes unsigned requests without a content type', async () => {
    lambda.function('orders', async (event: unknown) => event)
    const reply = await send({ method: 'POST', path: '/2015-03-31/functions/orders/invocations' }, '{"id":7}')
    expect(reply).toMatchObject({ status: 200, body: '{"id":7}' })
    expect(reply.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('takes the region from the credential scope, in the header or presigned in the query', async () => {
    lambda.region('eu-west-1').function('orders').returns('eu')
    const path = '/2015-03-31/functions/orders/invocations'
    const authorization =
      'AWS4-HMAC-SHA256 Credential=AKIA/20260131/eu-west-1/lambda/aws4_request, SignedHeaders=host, Signature=0'
    expect(await send({ method: 'POST', path, headers: { authorization } })).toMatchObject({ status: 200, body: '"eu"' })
    const presigned = `${path}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20260131%2Feu-west-1%2Flambda%2Faws4_request&X-Amz-Signature=0`
    expect(await send({ method: 'POST', path: presigned })).toMatchObject({ status: 200, body: '"eu"' })
    expect(await send({ method: 'POST', path })).toMatchObject({ status: 404 })
  })

  it('takes the whole address for a target, as a client sends it to a proxy', async () => {
    lambda.function('orders').returns('ok')
    const own = (path: string) => ({ path: `${endpoint.endpoint}${path}` })
    expect(await send({ method: 'POST', ...own('/2015-03-31/functions/orders/invocations') })).toMatchObject({ body: '"ok"' })
    expect(JSON.parse((await send(own('/2015-03-31/functions?MaxItems=1'))).body)).toMatchObject({
      Functions: [{ FunctionName: 'orders' }],
    })
    expect(await send(own('/_lambdouble/api/functions'))).toMatchObject({ status: 200 })
    expect(await send({ path: 'http://evil.example/2015-03-31/functions', headers: { host: 'evil.example' } })).toMatchObject({
      status: 403,
    })
  })

  it('takes an access key of twelve digits for the account', async () => {
    const authorization =
      'AWS4-HMAC-SHA256 Credential=999999999999/20260131/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0'
    const reply = await send({ method: 'GET', path: '/2015-03-31/functions/orders', headers: { authorization } })
    expect(JSON.parse(reply.body)).toMatchObject({
      Message: 'Function not found: arn:aws:lambda:us-east-1:999999999999:function:orders',
    })
  })

  it.each([
    ['a Host of somebody else', { headers: { host: 'evil.example' } }],
    ['our Host with another port', { headers: { host: '127.0.0.1:1' } }],
    ['a page of another site', { headers: { origin: 'https://evil.example' } }],
    ['a page that says it has no origin', { headers: { origin: 'null' } }],
    ['a request that a browser marks as cross-site', { headers: { 'sec-fetch-site': 'cross-site' } }],
  ])('refuses %s', async (_, options) => {
    const handler = jest.fn()
    lambda.function('orders', handler)
    expect(await send({ method: 'POST', path: '/2015-03-31/functions/orders/invocations', ...options })).toMatchObject({
      status: 403,
    })
    expect(handler).not.toHaveBeenCalled()
  })

  it('lets its own pages in', async () => {
    const reply = await send({
      path: '/2015-03-31/functions',
      headers: { origin: endpoint.endpoint, 'sec-fetch-site': 'same-origin' },
    })
    expect(reply.status).toBe(200)
  })

  it('refuses a body over 70,167,211 bytes from its length alone', async () => {
    const reply = await send(
      { method: 'POST', path: '/2015-03-31/functions', headers: { 'content-length': 70_167_212 } },
      Buffer.alloc(0),
    ).catch((error: unknown) => error)
    expect(reply).toMatchObject({ status: 413, headers: { 'x-amzn-errortype': 'RequestEntityTooLargeException' } })
  })

  it.each([
    ['an unknown path', { method: 'GET', path: '/nothing/here' }],
    ['a path above the root', { method: 'GET', path: '/../../etc/passwd' }],
    ['a method that the path does not have', { method: 'PATCH', path: '/2015-03-31/functions' }],
  ])('answers %s as AWS does, which SDKs do not retry, and remembers it', async (_, options) => {
    const reply = await send(options)
    expect(reply).toMatchObject({ status: 403, headers: { 'x-amzn-errortype': 'AccessDeniedException' } })
    expect(JSON.parse(reply.body)).toEqual({ Message: 'Unable to determine service/operation name to be authorized' })
    expect(lambda.calls()).toMatchObject([
      {
        operation: undefined,
        error: { name: 'AccessDeniedException', message: JSON.parse(reply.body).Message, status: 403 },
        hint: 'This is no operation of the Lambda API.',
      },
    ])
    expect(() => lambda.verify()).toThrow(`${options.method} ${options.path} is no operation of the Lambda API.`)
  })

  it('answers a path that does not decode with an error that SDKs do not retry', async () => {
    const reply = await send({ method: 'GET', path: '/2015-03-31/functions/%E0%A4%A' })
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.status).toBeLessThan(500)
    expect(reply.headers['x-amzn-errortype']).toBeDefined()
  })

  it.each([
    ['{"FunctionName":'],
    ['[]'],
    ['"text"'],
    ['{"FunctionName":{"a":1}}'],
    ['{"__proto__":{"polluted":true}}'],
    ['\u0000'],
  ])('answers the malformed body %j with an error of AWS', async (body) => {
    const reply = await send({ method: 'POST', path: '/2015-03-31/functions' }, body)
    expect(reply.status).toBe(400)
    expect(reply.headers['x-amzn-errortype']).toMatch(
      /^(SerializationException|ValidationException|InvalidParameterValueException)$/,
    )
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('survives what is no HTTP at all', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end('\x16\x03\x01garbage\r\n\r\n'))
      socket.on('close', () => resolve()).resume()
    })
    expect(await send({ path: '/2015-03-31/functions' })).toMatchObject({ status: 200 })
  })

  it('empties the state on POST /_admin/reset, for itself only', async () => {
    lambda.function('orders')
    expect(await send({ method: 'POST', path: '/_admin/reset', headers: { origin: 'https://evil.example' } })).toMatchObject({
      status: 403,
    })
    expect(await send({ method: 'POST', path: '/_admin/reset' })).toMatchObject({ status: 204 })
    expect(JSON.parse((await send({ path: '/2015-03-31/functions' })).body)).toEqual({ Functions: [] })
  })

  it('breaks the connection where a rule says so', async () => {
    lambda.on('ListFunctions').rejects(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    await expect(send({ path: '/2015-03-31/functions' })).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  it('closes at once with a request open', async () => {
    lambda.function('slow', () => new Promise(() => undefined))
    const open = send({ method: 'POST', path: '/2015-03-31/functions/slow/invocations' }).catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await endpoint.close()
    expect(await open).toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) })
  })

  it('tells what to do when the port is taken', async () => {
    await expect(serve(lambda, { port })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(`Port ${port} is taken`),
    })
  })

  it('listens on this machine only', () => {
    expect(endpoint.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })
})
