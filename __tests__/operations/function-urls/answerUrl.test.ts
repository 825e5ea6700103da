import { buildFunction } from '../../../src/builders/buildFunction'
import type { FunctionBuilder, HandlerFunction } from '../../../src/builders/functionBuilder'
import type { MockLambdaOptions } from '../../../src/double/options'
import type { WebReply, WebRequest } from '../../../src/runtime/function-urls/webMessages'
import { HttpResponseStream } from '../../../src/runtime/streaming/responseStream'
import { streamify } from '../../../src/runtime/streaming/streamify'
import { createApi, type Api } from '../../support/api'
import { seen, textOf, webRequest } from '../../support/webRequest'

interface Setup {
  readonly api: Api
  readonly fn: FunctionBuilder
  call(request?: Parameters<typeof webRequest>[0], qualifier?: string): Promise<WebReply>
}

function setup(handler?: HandlerFunction, options: MockLambdaOptions = {}): Setup {
  const api = createApi(options)
  const fn = buildFunction(api.house.seedOf(api.region.region), 'orders', handler)
  return {
    api,
    fn,
    async call(request = {}, qualifier = '$LATEST') {
      const { id } = api.region.functions.get('orders')!.urls.get(qualifier)!
      const host = `${id}.lambda-url.${api.region.region}.on.aws`
      return (await api.house.web.exchange(webRequest({ ...request, host }) satisfies WebRequest)) as WebReply
    },
  }
}

const forbidden = {
  status: 403,
  headers: { 'x-amzn-errortype': 'AccessDeniedException', 'content-type': 'application/json' },
  body:
    '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: ' +
    'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}',
}
const signed = (accessKey = 'AKIAIOSFODNN7EXAMPLE') => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20260131/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0`,
})

describe('a request to a function URL', () => {
  it('is the event of a run, and the result is the answer', async () => {
    const { api, fn, call } = setup(async (event, context) => ({ path: event.rawPath, id: context.awsRequestId }))
    fn.url()
    const reply = await call({ path: '/a', query: 'b=c' })
    const requestId = reply.headers['x-amzn-requestid']
    expect(await seen(reply)).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/json',
        'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-697deec0-[0-9a-f]{24}$/),
      },
      body: JSON.stringify({ path: '/a', id: requestId }),
    })
    const [invocation] = api.house.ranSoFar()
    expect(invocation).toMatchObject({
      functionName: 'orders',
      qualifier: undefined,
      type: 'RequestResponse',
      requestId,
      event: { rawPath: '/a', rawQueryString: 'b=c', requestContext: { requestId } },
      hint: undefined,
    })
    expect(invocation!.event).toMatchObject({ headers: { 'x-amzn-trace-id': reply.headers['x-amzn-trace-id'] } })
    expect(api.house.calledSoFar()).toEqual([])
  })

  it('keeps the trace that the caller began', async () => {
    const { fn, call } = setup(async (_, context) => context.xRayTraceId)
    fn.url()
    const trace = 'Root=1-00000000-aaaaaaaaaaaaaaaaaaaaaaaa'
    const reply = await call({ headers: { 'x-amzn-trace-id': trace } })
    expect(reply.headers['x-amzn-trace-id']).toBe(trace)
    expect(await seen(reply)).toMatchObject({ body: expect.stringContaining(trace) })
  })

  it('runs the version that the alias of the URL leads to', async () => {
    const { api, fn, call } = setup()
    fn.returns('one').version().alias('live', { version: 1 }).returns('two').url().url({ qualifier: 'live' })
    expect(await seen(await call())).toMatchObject({ body: 'two' })
    expect(await seen(await call({}, 'live'))).toMatchObject({ body: 'one' })
    expect(api.house.ranSoFar()[1]).toMatchObject({ qualifier: 'live', version: '1' })
  })

  it('is 502 if the function fails', async () => {
    const { api, fn, call } = setup()
    fn.throws(new Error('secret')).url()
    expect(await seen(await call())).toEqual({
      status: 502,
      headers: expect.objectContaining({ 'content-type': 'application/json' }),
      cookies: [],
      body: 'Internal Server Error',
    })
    expect(api.house.ranSoFar()[0]).toMatchObject({ error: { errorMessage: 'secret' } })
  })

  it('is 502 if the result is no HTTP answer, and the run says why', async () => {
    const { api, fn, call } = setup()
    fn.returnsOnce({ statusCode: 200, body: { ok: true } })
      .returns('fine')
      .url()
    expect(await seen(await call())).toMatchObject({ status: 502, body: 'Internal Server Error' })
    expect(await seen(await call())).toMatchObject({ status: 200, body: 'fine' })
    expect(api.house.ranSoFar().map(({ hint, result }) => [hint, result])).toEqual([
      [
        'Its result is no HTTP answer, so the function URL answered 502. body has to be a text, not of type object: JSON.stringify it.',
        { statusCode: 200, body: { ok: true } },
      ],
      [undefined, 'fine'],
    ])
  })

  it('is 502 if the result is too large, and if the function times out', async () => {
    const { fn, call } = setup(async () => 'x'.repeat(6_291_557))
    fn.url()
    expect((await call()).status).toBe(502)
    fn.timesOut()
    expect((await call()).status).toBe(502)
  })

  it('is 413 if the event is larger than 6 MB, and runs nothing', async () => {
    const { api, fn, call } = setup(async (event) => event.body.length)
    fn.url()
    const headers = { 'content-type': 'text/plain' }
    expect(await seen(await call({ method: 'POST', headers, body: 'x'.repeat(6_291_456) }))).toMatchObject({
      status: 413,
      headers: { 'x-amzn-errortype': 'RequestEntityTooLargeException' },
      body: '{"message":"Request must be smaller than 6291456 bytes for the InvokeFunction operation"}',
    })
    expect(api.house.ranSoFar()).toEqual([])
    expect(await seen(await call({ method: 'POST', headers, body: 'x'.repeat(6_000_000) }))).toMatchObject({ body: '6000000' })
  })

  it('is 429 if no more may run at once', async () => {
    const { api, fn, call } = setup(async () => 1)
    fn.reservedConcurrency(0).url()
    expect(await seen(await call())).toMatchObject({
      status: 429,
      headers: { 'x-amzn-errortype': 'TooManyRequestsException' },
      body: '{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}',
    })
    expect(api.house.ranSoFar()).toEqual([])
  })

  it('is refused while the function is being created', async () => {
    const { api, call } = setup(async () => 1, { functionStates: 'staged' })
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    await api.createFunction('orders')
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'AWS_IAM' })
    expect(await seen(await call({ headers: signed() }))).toMatchObject({
      status: 409,
      body: expect.stringContaining('The function is currently in the following state: Pending'),
    })
  })
})

describe('AuthType NONE', () => {
  const open = { FunctionName: 'orders', Action: 'lambda:InvokeFunctionUrl', Principal: '*' }

  it('lets nobody in until the policy lets everybody in, for a URL made by the API', async () => {
    const { api, call } = setup(async () => 'hello')
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE' })
    expect(await seen(await call())).toMatchObject(forbidden)
    expect(await seen(await call({ headers: signed() }))).toMatchObject(forbidden)
    expect(api.house.ranSoFar()).toEqual([])
    await api.call('AddPermission', { ...open, StatementId: 'iam', FunctionUrlAuthType: 'AWS_IAM' })
    await api.call('AddPermission', { ...open, StatementId: 'other', Action: 'lambda:InvokeFunction' })
    expect((await call()).status).toBe(403)
    await api.call('AddPermission', { ...open, StatementId: 'all', FunctionUrlAuthType: 'NONE' })
    expect(await seen(await call())).toMatchObject({ status: 200, body: 'hello' })
    await api.call('RemovePermission', { FunctionName: 'orders', StatementId: 'all' })
    expect((await call()).status).toBe(403)
  })

  it('asks the policy of the alias that the URL leads to, not that of the function', async () => {
    const { api, fn, call } = setup(async () => 'hello')
    fn.version().alias('live', 1)
    await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', Qualifier: 'live', AuthType: 'NONE' })
    await api.call('AddPermission', { ...open, StatementId: 'all', FunctionUrlAuthType: 'NONE' })
    expect((await call({}, 'live')).status).toBe(403)
    await api.call('AddPermission', { ...open, Qualifier: 'live', StatementId: 'all', FunctionUrlAuthType: 'NONE' })
    expect((await call({}, 'live')).status).toBe(200)
  })
})

describe('AuthType AWS_IAM', () => {
  it('lets signed requests of the own account in, and no others', async () => {
    const { fn, call } = setup(async (event) => event.requestContext.authorizer.iam.accessKey)
    fn.url({ authType: 'AWS_IAM' })
    expect(await seen(await call())).toMatchObject(forbidden)
    expect(await seen(await call({ headers: signed() }))).toMatchObject({ status: 200, body: 'AKIAIOSFODNN7EXAMPLE' })
    expect(await seen(await call({ headers: signed('999999999999') }))).toMatchObject(forbidden)
  })

  it('lets another account in that the policy allows, and the own one out that it denies', async () => {
    const { api, fn, call } = setup(async () => 'hello')
    fn.url({ authType: 'AWS_IAM' }).permission({
      StatementId: 'partner',
      Action: 'lambda:InvokeFunctionUrl',
      Principal: '999999999999',
      FunctionUrlAuthType: 'AWS_IAM',
    })
    expect((await call({ headers: signed('999999999999') })).status).toBe(200)
    expect((await call({ headers: signed('888888888888') })).status).toBe(403)
    const Statement = { Effect: 'Deny', Principal: '*', Action: 'lambda:*', Resource: '*' }
    await api.call('PutResourcePolicy', { ResourceArn: fn.arn, Policy: JSON.stringify({ Version: '2012-10-17', Statement }) })
    expect((await call({ headers: signed() })).status).toBe(403)
  })
})

describe('a Cors configuration', () => {
  const cors = { allowOrigins: ['https://example.com'], allowMethods: ['PUT'] }
  const origin = 'https://example.com'

  it('answers preflight requests without the function and without a signature', async () => {
    const { api, fn, call } = setup(async () => 'hello')
    fn.url({ authType: 'AWS_IAM', cors })
    const reply = await call({ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT' } })
    expect(reply).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-origin': origin, 'access-control-allow-methods': 'PUT' },
    })
    expect(api.house.ranSoFar()).toEqual([])
  })

  it('lets pages read answers and failures', async () => {
    const { fn, call } = setup()
    fn.throwsOnce(new Error('no')).returns('hello').url({ cors })
    const allowed = { headers: { 'access-control-allow-origin': origin } }
    expect(await call({ headers: { origin } })).toMatchObject({ status: 502, ...allowed })
    expect(await call({ headers: { origin } })).toMatchObject({ status: 200, ...allowed })
  })

  it('without one, OPTIONS goes to the function', async () => {
    const { fn, call } = setup(async (event) => ({ statusCode: 204, headers: { allow: event.requestContext.http.method } }))
    fn.url()
    const headers = { origin, 'access-control-request-method': 'PUT' }
    expect(await call({ method: 'OPTIONS', headers })).toMatchObject({ status: 204, headers: { allow: 'OPTIONS' } })
  })
})

describe('InvokeMode RESPONSE_STREAM', () => {
  it('sends the result of a handler that does not stream as its JSON', async () => {
    const { fn, call } = setup(async () => ({ statusCode: 404, body: 'not read' }))
    fn.url({ invokeMode: 'RESPONSE_STREAM' })
    const reply = await call()
    expect(ArrayBuffer.isView(reply.body)).toBe(false)
    expect(await seen(reply)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"statusCode":404,"body":"not read"}',
    })
  })

  it('is 502 if the function fails before it has sent anything', async () => {
    const { fn, call } = setup()
    fn.throws(new Error('no')).url({ invokeMode: 'RESPONSE_STREAM' })
    expect(await seen(await call())).toMatchObject({ status: 502, body: 'Internal Server Error' })
  })

  it('sends a stream as it is written', async () => {
    let goOn!: () => void
    const waits = new Promise<void>((resolve) => (goOn = resolve))
    const { api, fn, call } = setup()
    fn.handler(
      streamify(async (event, stream) => {
        const headers = { 'content-type': 'text/plain' }
        const response = HttpResponseStream.from(stream, { statusCode: 206, headers, cookies: ['a=1'] })
        response.write(`first of ${event.rawPath}, `)
        await waits
        response.end('then the rest')
      }),
    ).url({ invokeMode: 'RESPONSE_STREAM' })
    const reply = await call({ path: '/report' })
    expect(reply).toMatchObject({ status: 206, headers: { 'content-type': 'text/plain' }, cookies: ['a=1'] })
    expect(api.house.ranSoFar()).toEqual([])
    goOn()
    expect(await textOf(reply)).toBe('first of /report, then the rest')
    expect(api.house.ranSoFar()).toHaveLength(1)
  })

  it('calls a stream bytes unless the function says what it is', async () => {
    const { fn, call } = setup()
    const write = (type?: string) =>
      streamify(async (_, stream) => {
        if (type) stream.setContentType(type)
        stream.end('{"statusCode":404}')
      })
    fn.handler(write()).url({ invokeMode: 'RESPONSE_STREAM' })
    const answer = { status: 200, body: '{"statusCode":404}' }
    expect(await seen(await call())).toMatchObject({ ...answer, headers: { 'content-type': 'application/octet-stream' } })
    fn.handler(write('application/json'))
    expect(await seen(await call())).toMatchObject({ ...answer, headers: { 'content-type': 'application/json' } })
  })

  it('breaks off where the function fails in the middle', async () => {
    const { api, fn, call } = setup()
    fn.handler(
      streamify(async (_, stream) => {
        await new Promise((resolve) => stream.write('first', resolve))
        throw new Error('midway')
      }),
    ).url({ invokeMode: 'RESPONSE_STREAM' })
    const reply = await call()
    expect(reply.status).toBe(200)
    await expect(textOf(reply)).rejects.toMatchObject({ kind: 'broken', code: 'ECONNRESET' })
    expect(api.house.ranSoFar()).toMatchObject([{ error: { errorMessage: 'midway' } }])
  })

  it('is 502 if a stream has to begin with a head and does not, and the run says why', async () => {
    const { api, fn, call } = setup()
    fn.handler(
      streamify(async (_, stream) => {
        stream.setContentType('application/vnd.awslambda.http-integration-response')
        stream.end('no head')
      }),
    ).url({ invokeMode: 'RESPONSE_STREAM' })
    expect((await call()).status).toBe(502)
    await new Promise(setImmediate)
    expect(api.house.ranSoFar()[0]!.hint).toContain('The stream has no head')
  })

  it('lets a function write on when its reader has gone', async () => {
    const { api, fn, call } = setup()
    fn.handler(
      streamify(async (_, stream) => {
        for (let count = 0; count < 100; count++) await new Promise((resolve) => stream.write('x'.repeat(10_000), resolve))
        stream.end()
      }),
    ).url({ invokeMode: 'RESPONSE_STREAM' })
    const reply = await call()
    await (reply.body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]().return!()
    while (api.house.ranSoFar().length === 0) await new Promise(setImmediate)
    expect(api.house.ranSoFar()[0]!.error).toBeUndefined()
  })
})

describe('InvokeMode BUFFERED', () => {
  it('holds a stream back until it is whole, and sends it as it is', async () => {
    const { fn, call } = setup()
    fn.handler(
      streamify(async (_, stream) => {
        stream.write('one ')
        stream.end('two')
      }),
    ).url()
    const reply = await call()
    expect(ArrayBuffer.isView(reply.body)).toBe(true)
    expect(await seen(reply)).toMatchObject({ status: 200, body: 'one two' })
  })
})

describe('a durable function', () => {
  it('is asked through the URL of an alias, and not by an unqualified one', async () => {
    const { api, call } = setup()
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    await api.createFunction('orders', { DurableConfig: { ExecutionTimeout: 60 } })
    const fn = buildFunction(api.house.seedOf('us-east-1'), 'orders', async () => ({
      Status: 'SUCCEEDED',
      Result: JSON.stringify({ statusCode: 201, body: 'done' }),
    }))
    fn.version().alias('live', 1).url().url({ qualifier: 'live' })
    expect(await seen(await call({}, 'live'))).toMatchObject({ status: 201, body: 'done' })
    expect(await seen(await call())).toMatchObject({
      status: 400,
      body: expect.stringContaining('You cannot invoke a durable function using an unqualified ARN.'),
    })
  })
})
