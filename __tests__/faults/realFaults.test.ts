import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import * as newest from '@aws-sdk/client-lambda'
import { mockLambda, type MockLambda } from '../../src/index'
import { serve } from '../../src/server'
import { frame } from '../../src/wire/eventStream'
import { sdks } from '../support/sdkDoor'
import { chunk, head, rawServer, type RawServer, type Respond } from '../support/rawServer'

/**
 * Each fault is made for real, by a server of raw TCP, and by the double; the SDK's own client has to see the same. In Jest the SDK
 * wraps what Node itself throws, since it comes from another realm; here the realm has Node's own Error, as it has outside of Jest.
 */
const ownError = globalThis.Error
beforeAll(() => {
  try {
    readFileSync('/nonexistent')
  } catch (error) {
    globalThis.Error = (error as Error).constructor as ErrorConstructor
  }
})
afterAll(() => {
  globalThis.Error = ownError
})

type Sdk = typeof newest

interface Fault {
  readonly name: string
  readonly operation?: 'Invoke' | 'InvokeWithResponseStream' | 'GetFunction'
  /** The fault made by hand. */
  readonly real: Respond | 'nobody listens' | 'TLS meets plain text'
  readonly double: (lambda: MockLambda) => unknown
  readonly requestHandler?: object
  /** What has to come out, beside being the same. */
  readonly sees: object
  /** Whether a socket that is open already can show it. */
  readonly overHttp?: false
}

const payload = Buffer.from('{"greeting":"hello"}')
const eventOf = (type: string, bytes: string) =>
  frame({ ':message-type': 'event', ':event-type': type, ':content-type': 'application/octet-stream' }, Buffer.from(bytes))
const first = eventOf('PayloadChunk', 'Hel')
const second = eventOf('PayloadChunk', 'lo')
const complete = eventOf('InvokeComplete', '{}')
const streamHead = head(200, { 'content-type': 'application/vnd.amazon.eventstream', 'transfer-encoding': 'chunked' })
const streamed = (socket: Socket, ...frames: Uint8Array[]) => {
  socket.write(streamHead)
  for (const each of frames) socket.write(chunk(each))
}
const ended =
  (...frames: Uint8Array[]): Respond =>
  (socket) => {
    streamed(socket, ...frames)
    socket.end('0\r\n\r\n')
  }
const flipped = (bytes: Uint8Array, at: number) =>
  bytes.map((byte, index) => (index === (at + bytes.length) % bytes.length ? ~byte : byte))
const whole =
  (body: Uint8Array | string, headers: Record<string, string | number> = {}, status = 200): Respond =>
  (socket) => {
    socket.write(head(status, { 'content-length': body.length, ...headers }))
    socket.write(body)
  }
const page = '<html><body>Bad Gateway</body></html>'
const patient = { requestTimeout: 40, throwOnRequestTimeout: true }

const faults: readonly Fault[] = [
  {
    name: 'a reset before the answer',
    real: (socket) => void socket.resetAndDestroy(),
    double: (lambda) => lambda.on('Invoke').drops(),
    sees: { code: 'ECONNRESET', name: 'TimeoutError', attempts: 2 },
  },
  {
    name: 'an end before the answer',
    real: (socket) => socket.end(),
    double: (lambda) => lambda.on('Invoke').drops('ECONNRESET'),
    sees: { code: 'ECONNRESET', attempts: 2 },
  },
  {
    name: 'a refused connection',
    real: 'nobody listens',
    double: (lambda) => lambda.on('Invoke').drops('ECONNREFUSED'),
    sees: { code: 'ECONNREFUSED', name: 'Error', attempts: 2 },
    overHttp: false,
  },
  {
    name: 'TLS that fails',
    real: 'TLS meets plain text',
    double: (lambda) => lambda.on('Invoke').drops('EPROTO'),
    sees: { code: 'EPROTO', attempts: 1 },
    overHttp: false,
  },
  {
    name: 'garbage instead of HTTP',
    real: (socket) => socket.end('garbage\r\n\r\n'),
    double: (lambda) => lambda.on('Invoke').drops('HPE_INVALID_CONSTANT'),
    sees: { code: 'HPE_INVALID_CONSTANT', attempts: 1 },
  },
  {
    name: 'a header over 16 kB',
    real: (socket) => socket.end(head(200, { 'x-large': 'x'.repeat(20_000) })),
    double: (lambda) => lambda.on('Invoke').drops('HPE_HEADER_OVERFLOW'),
    sees: { code: 'HPE_HEADER_OVERFLOW', attempts: 1 },
  },
  {
    name: 'a body that ends too early',
    real: (socket) => socket.end(head(200, { 'content-length': 20 }) + '{"greetin'),
    double: (lambda) => lambda.on('Invoke').truncates({ at: 9 }),
    sees: { code: 'ECONNRESET', status: 200, attempts: 2 },
  },
  {
    name: 'a reset in the body',
    real: (socket) => {
      socket.write(head(200, { 'content-length': 20 }) + '{"gree')
      setImmediate(() => socket.resetAndDestroy())
    },
    double: (lambda) => lambda.on('Invoke').truncates(),
    sees: { code: 'ECONNRESET', attempts: 2 },
  },
  {
    name: 'a short body that nothing betrays',
    real: whole('{"greeting'),
    double: (lambda) => lambda.on('Invoke').truncates({ at: 10, silently: true }),
    sees: { payload: '{"greeting', attempts: 1 },
  },
  {
    name: 'a short body of another operation',
    operation: 'GetFunction',
    real: whole('{"Conf'),
    double: (lambda) => lambda.on('GetFunction').truncates({ at: 6, silently: true }),
    sees: { name: 'SyntaxError', status: 200, attempts: 1 },
  },
  {
    name: 'a body that is no JSON',
    operation: 'GetFunction',
    real: whole(flipped(payload, 0)),
    double: (lambda) => lambda.on('GetFunction').garbles(),
    sees: { name: 'SyntaxError', status: 200, attempts: 1 },
  },
  {
    name: 'a payload that is no JSON',
    real: whole(payload.map((byte) => ~byte)),
    double: (lambda) => lambda.on('Invoke').garbles(),
    sees: { attempts: 1 },
  },
  {
    name: "a proxy's 502 page",
    real: whole(page, { 'content-type': 'text/html' }, 502),
    double: (lambda) => lambda.on('Invoke').answers({ status: 502, headers: { 'Content-Type': 'text/html' }, body: page }),
    sees: { name: 'SyntaxError', status: 502, attempts: 2 },
  },
  {
    name: "a firewall's 403 page",
    real: whole(page, {}, 403),
    double: (lambda) => lambda.on('Invoke').answers({ status: 403, body: page }),
    sees: { name: 'SyntaxError', status: 403, attempts: 1 },
  },
  {
    name: 'a 200 page',
    real: whole(page),
    double: (lambda) => lambda.on('Invoke').answers({ status: 200, body: page }),
    sees: { payload: page, attempts: 1 },
  },
  {
    name: 'an empty 503',
    real: whole('', {}, 503),
    double: (lambda) => lambda.on('Invoke').answers({ status: 503 }),
    sees: { name: 'Unknown', status: 503, attempts: 2 },
  },
  {
    name: 'a redirection',
    real: whole('', { location: '/' }, 301),
    double: (lambda) => lambda.on('Invoke').answers({ status: 301, headers: { location: '/' } }),
    sees: { status: 301, attempts: 1 },
  },
  {
    name: 'no answer within requestTimeout',
    real: () => {},
    double: (lambda) => lambda.on('Invoke').hangs(),
    requestHandler: patient,
    sees: { name: 'TimeoutError', attempts: 2 },
  },
  {
    name: 'no answer on an idle socket',
    real: () => {},
    double: (lambda) => lambda.on('Invoke').hangs(),
    requestHandler: { socketTimeout: 40 },
    sees: { name: 'TimeoutError', attempts: 2 },
  },
  {
    name: 'a body that stops on an idle socket',
    operation: 'InvokeWithResponseStream',
    real: (socket) => streamed(socket, first),
    double: (lambda) => lambda.on('InvokeWithResponseStream').hangs({ afterChunks: 1 }),
    requestHandler: { socketTimeout: 40 },
    sees: { chunks: ['Hel'], attempts: undefined },
  },
  {
    name: 'a body in drops',
    real: (socket) => {
      socket.write(head(200, { 'content-length': 20 }))
      payload.forEach((_, at) => setTimeout(() => socket.write(payload.subarray(at, at + 1)), 60 * at))
    },
    double: (lambda) => lambda.on('Invoke').drips({ every: 60, bytes: 1 }),
    // Time enough for the head on a busy machine, and less than the whole body takes.
    requestHandler: { ...patient, requestTimeout: 1_000 },
    sees: { payload: payload.toString(), attempts: 1 },
  },
  {
    name: 'a throttle by another name',
    real: whole('{"message":"slow"}', { 'x-amzn-errortype': 'ThrottlingException' }, 400),
    double: (lambda) => lambda.on('Invoke').fails('ThrottlingException', { message: 'slow' }),
    sees: { name: 'ThrottlingException', status: 400, attempts: 2 },
  },
  {
    name: 'expired credentials',
    real: whole('{"message":"old"}', { 'x-amzn-errortype': 'ExpiredTokenException' }, 403),
    double: (lambda) => lambda.on('Invoke').fails('ExpiredTokenException', { message: 'old' }),
    sees: { name: 'ExpiredTokenException', message: 'old', status: 403, attempts: 1 },
  },

  {
    name: 'a stream cut inside an event',
    operation: 'InvokeWithResponseStream',
    real: ended(first, second.subarray(0, 40)),
    double: (lambda) => lambda.on('InvokeWithResponseStream').truncates({ at: 'frame', afterChunks: 1 }),
    sees: { message: 'Truncated event message received.', chunks: ['Hel'] },
  },
  {
    name: "a stream cut inside an event's length",
    operation: 'InvokeWithResponseStream',
    real: ended(first.subarray(0, 2)),
    double: (lambda) => lambda.on('InvokeWithResponseStream').truncates({ at: 2 }),
    sees: { chunks: [], events: [], attempts: 1 },
  },
  {
    name: 'a stream without InvokeComplete',
    operation: 'InvokeWithResponseStream',
    real: ended(first, second),
    double: (lambda) => lambda.on('InvokeWithResponseStream').truncates({ at: 'complete' }),
    sees: { chunks: ['Hel', 'lo'], events: ['PayloadChunk', 'PayloadChunk'] },
  },
  {
    name: 'a wrong checksum of an event',
    operation: 'InvokeWithResponseStream',
    real: ended(first, flipped(second, -1), complete),
    double: (lambda) => lambda.on('InvokeWithResponseStream').garbles({ afterChunks: 1 }),
    sees: { chunks: ['Hel'] },
  },
  {
    name: "a wrong checksum of an event's length",
    operation: 'InvokeWithResponseStream',
    real: ended(first, flipped(second, 11), complete),
    double: (lambda) => lambda.on('InvokeWithResponseStream').garbles({ checksum: 'prelude', afterChunks: 1 }),
    sees: { chunks: ['Hel'] },
  },
  {
    name: 'a reset in the stream',
    operation: 'InvokeWithResponseStream',
    real: (socket) => {
      streamed(socket, first)
      setTimeout(() => socket.resetAndDestroy(), 20)
    },
    double: (lambda) => lambda.on('InvokeWithResponseStream').drops('ECONNRESET', { afterChunks: 1 }),
    sees: { code: 'ECONNRESET', chunks: ['Hel'] },
  },
  {
    name: 'an error in the stream',
    operation: 'InvokeWithResponseStream',
    real: ended(
      first,
      frame(
        { ':message-type': 'exception', ':exception-type': 'ServiceException', ':content-type': 'application/json' },
        Buffer.from('{"Type":"Service","Message":"gone"}'),
      ),
    ),
    double: (lambda) => lambda.on('InvokeWithResponseStream').fails('ServiceException', { message: 'gone' }, { afterChunks: 1 }),
    sees: { name: 'ServiceException', chunks: ['Hel'] },
  },
]

/** All of what a caller sees of a call. */
async function seen(
  sdk: Sdk,
  client: newest.LambdaClient,
  operation: Fault['operation'] = 'Invoke',
): Promise<Record<string, unknown>> {
  const chunks: string[] = []
  const events: string[] = []
  try {
    const { payload: answer, attempts } = await send(sdk, client, operation, (event) => {
      events.push(Object.keys(event)[0]!)
      if (event.PayloadChunk) chunks.push(Buffer.from(event.PayloadChunk.Payload!).toString())
    })
    return { payload: answer, attempts, chunks, events }
  } catch (error) {
    const { name, message, code, $metadata = {} } = error as Error & { code?: string; $metadata?: Record<string, unknown> }
    return { name, message, code, attempts: $metadata.attempts, status: $metadata.httpStatusCode, chunks, events }
  }
}

async function send(
  sdk: Sdk,
  client: newest.LambdaClient,
  operation: string,
  onEvent: (event: newest.InvokeWithResponseStreamResponseEvent) => void,
) {
  const FunctionName = 'orders'
  if (operation === 'InvokeWithResponseStream') {
    const { EventStream, $metadata } = await client.send(new sdk.InvokeWithResponseStreamCommand({ FunctionName }))
    for await (const event of EventStream!) onEvent(event)
    return { attempts: $metadata.attempts }
  }
  if (operation === 'GetFunction')
    return { attempts: (await client.send(new sdk.GetFunctionCommand({ FunctionName }))).$metadata.attempts }
  const { Payload, $metadata } = await client.send(new sdk.InvokeCommand({ FunctionName }))
  return { payload: Buffer.from(Payload ?? []).toString(), attempts: $metadata.attempts }
}

const config = { region: 'us-east-1', credentials: { accessKeyId: 'any', secretAccessKey: 'any' }, maxAttempts: 2 }

function doubleOf(fault: Fault, clients: unknown): MockLambda {
  const lambda = mockLambda({ clients })
  if (fault.operation === 'InvokeWithResponseStream') lambda.function('orders').streams(['Hel', 'lo'])
  else lambda.function('orders').returns(JSON.parse(payload.toString()))
  fault.double(lambda)
  return lambda
}

/** What differs between two sockets that show the same fault: addresses, and the words for where Node was when it heard of it. */
function comparable(outcome: Record<string, unknown>): Record<string, unknown> {
  const { message, ...rest } = outcome
  const isOfNode = typeof outcome.code === 'string' || outcome.name === 'SyntaxError'
  return isOfNode ? rest : { ...rest, message }
}

describe.each(sdks)('%s', (_, sdk) => {
  let server: RawServer | undefined
  let client: newest.LambdaClient
  afterEach(async () => {
    client.destroy()
    await server?.close()
    server = undefined
  })

  async function seenForReal({ real, requestHandler, operation }: Fault): Promise<Record<string, unknown>> {
    server = await rawServer(typeof real === 'function' ? real : (socket) => socket.end('no TLS'))
    if (real === 'nobody listens') await server.close()
    const endpoint = `${real === 'TLS meets plain text' ? 'https' : 'http'}://127.0.0.1:${server.port}`
    client = new sdk.LambdaClient({ ...config, endpoint, ...(requestHandler && { requestHandler }) })
    return seen(sdk, client, operation)
  }

  it.each(faults)('$name is seen as it is for real', async (fault) => {
    const real = await seenForReal(fault)
    const lambda = doubleOf(fault, sdk.LambdaClient)
    const fake = new sdk.LambdaClient({ maxAttempts: 2, ...(fault.requestHandler && { requestHandler: fault.requestHandler }) })
    try {
      const outcome = await seen(sdk, fake, fault.operation)
      expect(comparable(outcome)).toEqual(comparable(real))
      if (sdk === newest) expect(outcome).toMatchObject(fault.sees)
    } finally {
      lambda.restore()
    }
  })

  it.each(faults.filter(({ overHttp }) => overHttp !== false))('$name is seen through the HTTP endpoint', async (fault) => {
    const real = await seenForReal(fault)
    client.destroy()
    const lambda = doubleOf(fault, [])
    const { endpoint, close } = await serve(lambda)
    client = new sdk.LambdaClient({ ...config, endpoint, ...(fault.requestHandler && { requestHandler: fault.requestHandler }) })
    try {
      expect(comparable(await seen(sdk, client, fault.operation))).toEqual(comparable(real))
    } finally {
      await close()
      lambda.restore()
    }
  })
})
