import { getEventListeners } from 'node:events'
import {
  DeleteFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  InvokeWithResponseStreamCommand,
  LambdaClient,
  type LambdaClientConfig,
} from '@aws-sdk/client-lambda'
import { mockLambda, streamify, type MockLambda } from '../../src/index'
import { head, rawServer } from '../support/rawServer'
import { failureOf } from '../support/sdkDoor'

let lambda: MockLambda
beforeEach(() => {
  lambda = mockLambda({ seed: 42 })
  lambda.function('orders').returns({ ok: true })
  lambda.function('chat').streams(['Hel', 'lo'])
})
afterEach(() => {
  lambda.restore()
  jest.useRealTimers()
})

const once = { maxAttempts: 1 }
const invoke = (config: LambdaClientConfig = once, options = {}) =>
  new LambdaClient(config).send(new InvokeCommand({ FunctionName: 'orders' }), options)
const impatient = { requestHandler: { requestTimeout: 60_000, throwOnRequestTimeout: true } }

async function stream(): Promise<string[]> {
  const { EventStream } = await new LambdaClient(once).send(new InvokeWithResponseStreamCommand({ FunctionName: 'chat' }))
  const chunks: string[] = []
  for await (const { PayloadChunk } of EventStream!) if (PayloadChunk) chunks.push(Buffer.from(PayloadChunk.Payload!).toString())
  return chunks
}

describe('losesReply', () => {
  it('lets the operation happen: the retry makes it happen twice', async () => {
    lambda.on('Invoke').losesReply().once()
    expect((await invoke({})).$metadata.attempts).toBe(2)
    expect(lambda.invocations('orders')).toHaveLength(2)
  })

  it('of a stream lets the function write to its end', async () => {
    let isOver = false
    lambda.function('chat').handler(
      streamify(async (_, response) => {
        for (const part of ['a', 'b', 'c']) await new Promise((resolve) => response.write(part, resolve))
        isOver = true
        response.end()
      }),
    )
    lambda.on('InvokeWithResponseStream').losesReply('EPIPE')
    expect(await failureOf(stream())).toMatchObject({ code: 'EPIPE' })
    expect(isOver).toBe(true)
  })
})

describe('drops', () => {
  it('before the operation: nothing has happened', async () => {
    lambda.on('Invoke').drops('ENOTFOUND').once()
    expect((await invoke({})).$metadata.attempts).toBe(2)
    expect(lambda.invocations('orders')).toHaveLength(1)
    expect(lambda.calls('Invoke')[0]).toMatchObject({ error: { name: 'ENOTFOUND' }, rule: "on('Invoke').drops('ENOTFOUND')" })
  })
})

describe('hangs', () => {
  it("is found by the caller's own time-out, without waiting", async () => {
    lambda.on('Invoke').hangs()
    const start = lambda.clock.now().getTime()
    const error = await failureOf(invoke({ ...impatient, maxAttempts: 2 }))
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'ETIMEDOUT', $metadata: { attempts: 2 } })
    expect(lambda.clock.now().getTime() - start).toBe(120_000)
  })

  it('ends at once with an abort, and leaves no listener', async () => {
    lambda.on('Invoke').hangs()
    const controller = new AbortController()
    const failure = failureOf(invoke({}, { abortSignal: controller.signal }))
    while (lambda.calls('Invoke').length === 0) await new Promise((resolve) => setImmediate(resolve))
    controller.abort()
    expect((await failure).name).toBe('AbortError')
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    expect(lambda.calls('Invoke')).toHaveLength(1)
  })

  it('hangs where nobody gives up, and leaves no timer', async () => {
    jest.useFakeTimers()
    lambda.on('Invoke').hangs()
    let isOver = false
    void invoke().finally(() => (isOver = true))
    await jest.advanceTimersByTimeAsync(24 * 3_600_000)
    expect([isOver, jest.getTimerCount(), lambda.calls('Invoke').length]).toEqual([false, 0, 1])
  })

  it('in the middle of a stream ends with an abort', async () => {
    lambda.on('InvokeWithResponseStream').hangs({ afterChunks: 1 })
    const controller = new AbortController()
    const { EventStream } = await new LambdaClient().send(new InvokeWithResponseStreamCommand({ FunctionName: 'chat' }), {
      abortSignal: controller.signal,
    })
    const reading = (async () => {
      for await (const { PayloadChunk } of EventStream!) if (PayloadChunk) controller.abort()
    })()
    expect(await failureOf(reading)).toMatchObject({ message: 'aborted', code: 'ECONNRESET' })
  })
})

describe('delays', () => {
  it('between two bounds, the same for the same seed', async () => {
    const draw = async () => {
      lambda.reset()
      lambda.function('orders').returns('ok')
      lambda.on('Invoke').delays([10, '1s'])
      for (let call = 0; call < 20; call++) await invoke()
      return lambda.calls('Invoke').map(({ rule }) => rule)
    }
    const first = await draw()
    expect(new Set(first).size).toBeGreaterThan(15)
    expect(first[0]).toMatch(/^on\('Invoke'\)\.delays\(\d+ms\)$/)
    expect(await draw()).toEqual(first)
  })
})

describe('drips', () => {
  it('cost no real time, and break an idle connection', async () => {
    lambda.on('Invoke').drips({ every: '1m' })
    expect(Buffer.from((await invoke()).Payload!).toString()).toBe('{"ok":true}')
    const error = await failureOf(invoke({ ...once, requestHandler: { socketTimeout: 30_000 } }))
    expect(error.name).toBe('TimeoutError')
    expect(error.message).toContain('30000 ms of inactivity')
  })

  it('of a stream are its events, or pieces of them', async () => {
    lambda.on('InvokeWithResponseStream').drips({ every: '1s' }).once().drips({ every: 1, bytes: 3 }).once()
    expect([await stream(), await stream()]).toEqual([
      ['Hel', 'lo'],
      ['Hel', 'lo'],
    ])
  })
})

describe('skewsClock', () => {
  afterEach(() => jest.restoreAllMocks())
  const offsetOf = (client: LambdaClient) => (client.config as { systemClockOffset?: number }).systemClockOffset!
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }

  /** AWS, with a clock that is 20 minutes off. */
  const skewed = (skew: number) =>
    rawServer((socket, request) => {
      const [, date, time] = /x-amz-date: (\d{8})T(\d{6})Z/.exec(request)!
      const parts = [date!.slice(0, 4), date!.slice(4, 6), date!.slice(6)].join('-')
      const signed = Date.parse(`${parts}T${time!.match(/../g)!.join(':')}Z`)
      const now = Date.now() + skew
      const refused = Math.abs(now - signed) > 300_000
      const body = refused
        ? JSON.stringify({ message: now > signed ? 'Signature expired: ...' : 'Signature not yet current: ...' })
        : '{}'
      const headers = { date: new Date(now).toUTCString(), 'content-length': body.length, 'content-type': 'application/json' }
      socket.end(
        head(refused ? 403 : 200, {
          ...headers,
          ...(refused && { 'x-amzn-errortype': 'InvalidSignatureException' }),
          connection: 'close',
        }) + body,
      )
    })

  it.each([
    ['ahead', 20 * 60_000],
    ['behind', -20 * 60_000],
  ] as const)('%s is found and corrected by the SDK, as for real', async (direction, skew) => {
    const server = await skewed(skew)
    const real = new LambdaClient({ endpoint: `http://127.0.0.1:${server.port}`, region: 'us-east-1', credentials })
    lambda.restore()
    const realAttempts = (await real.send(new InvokeCommand({ FunctionName: 'orders' }))).$metadata.attempts
    real.destroy()
    await server.close()

    lambda = mockLambda()
    lambda.function('orders').returns('ok')
    lambda.on('Invoke').skewsClock('20m', direction)
    const client = new LambdaClient()
    const { $metadata } = await client.send(new InvokeCommand({ FunctionName: 'orders' }))
    expect([$metadata.attempts, realAttempts]).toEqual([2, 2])
    expect(Math.abs(offsetOf(client) - offsetOf(real))).toBeLessThan(5_000)
    expect(Math.abs(offsetOf(client) - skew)).toBeLessThan(5_000)
    expect((await client.send(new InvokeCommand({ FunctionName: 'orders' }))).$metadata.attempts).toBe(1)
    expect(lambda.calls('Invoke')[0]!.error!.message).toMatch(/^Signature (expired|not yet current): \d{8}T\d{6}Z is /)
    lambda.restore()
    expect(offsetOf(client)).toBe(0)
  })

  it('of less than five minutes is let pass', async () => {
    lambda.on('Invoke').skewsClock('4m')
    expect((await invoke({})).$metadata.attempts).toBe(1)
  })
})

describe('a fault that cannot strike is a mistake of the test', () => {
  it.each([
    [
      'at a byte that is not there',
      () => lambda.on('Invoke').truncates({ at: 500 }),
      () => invoke(),
      'truncates({ at: 500 }) has nothing to cut off: the answer has 11 bytes.',
    ],
    [
      'without a body',
      () => lambda.on('DeleteFunction').garbles(),
      () => new LambdaClient(once).send(new DeleteFunctionCommand({ FunctionName: 'orders' })),
      'nothing to garble: the answer has no body.',
    ],
    [
      'after chunks that do not come',
      () => lambda.on('InvokeWithResponseStream').drops('ECONNRESET', { afterChunks: 5 }),
      stream,
      'waits for 5 chunks, and the stream had 2',
    ],
    [
      'behind the end of a stream',
      () => lambda.on('InvokeWithResponseStream').truncates({ at: 9_999 }),
      stream,
      'nothing to cut off',
    ],
  ] as const)('%s', async (_, declare, call, message) => {
    declare()
    const error = await failureOf(call() as Promise<unknown>)
    expect(error.message).toContain(message)
  })

  it('but an error in place of a stream stays that error', async () => {
    lambda.on('InvokeWithResponseStream').truncates()
    const call = new LambdaClient(once).send(new InvokeWithResponseStreamCommand({ FunctionName: 'nobody' }))
    expect(await failureOf(call)).toMatchObject({ name: 'ResourceNotFoundException' })
  })
})

describe('faults of all operations', () => {
  it.each([
    ['truncates()', () => lambda.on('*').truncates(), 'Truncated event message received.', 'aborted'],
    ['garbles()', () => lambda.on('*').garbles(), 'checksum', 'is not valid JSON'],
  ])('%s strikes at streams as at whole bodies', async (_, declare, inStream, inBody) => {
    declare()
    expect((await failureOf(stream())).message).toContain(inStream)
    const call = new LambdaClient(once).send(new GetFunctionCommand({ FunctionName: 'orders' }))
    expect((await failureOf(call)).message).toContain(inBody)
  })
})

describe('answers', () => {
  it('sends a value as JSON, text and bytes as they are, and names of headers in any case', async () => {
    lambda.on('GetFunction').answers({ status: 403, headers: { 'X-Amzn-ErrorType': 'WafException' }, body: { message: 'no' } })
    const call = new LambdaClient().send(new GetFunctionCommand({ FunctionName: 'orders' }))
    expect(await failureOf(call)).toMatchObject({ name: 'WafException', message: 'no', $metadata: { httpStatusCode: 403 } })
    const { response } = lambda.calls('GetFunction')[0]!
    expect(response).toMatchObject({ headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'WafException' } })
  })
})

describe('callsFake', () => {
  it.each([
    ['a member that the output does not have', { Paylod: 1 }, 'the output of Invoke has no member Paylod. Did you mean Payload?'],
    ['what is no output', 'ok', "takes an output, such as { StatusCode: 200 }, not 'ok'."],
    ['a payload that is no JSON', { Payload: () => 1 }, 'needs Payload as text, bytes or a JSON value'],
  ])('rejects the call, once, if the function gives %s', async (_, output, message) => {
    lambda.on('Invoke').callsFake(() => output)
    await expect(invoke({})).rejects.toThrow(message)
    expect(lambda.calls('Invoke')).toHaveLength(1)
  })

  it('answers with the payload at the time of the call', async () => {
    const Payload = { count: 1 }
    lambda.on('Invoke').resolves({ Payload: Payload as never })
    Payload.count = 2
    expect((await invoke()).Payload!.transformToString()).toBe('{"count":2}')
  })
})

describe('verbs refuse', () => {
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    [
      'a code that is none',
      () => lambda.on('Invoke').drops('ECONRESET' as never),
      `"ECONRESET" is no failure of a connection. Did you mean 'ECONNRESET'?`,
    ],
    [
      'a stream fault without a stream',
      () => lambda.on('Invoke').truncates({ at: 'frame' as never }),
      "Invoke answers without a stream. Use on('InvokeWithResponseStream').",
    ],
    [
      'chunks without a stream',
      () => lambda.on('GetFunction').drops('EPIPE', { afterChunks: 1 } as never),
      'GetFunction answers without a stream',
    ],
    [
      'a stream fault of all operations',
      () => lambda.on('*').fails('ServiceException', {}, { afterChunks: 1 } as never),
      'not every operation answers with a stream',
    ],
    [
      'a checksum without a stream',
      () => lambda.on('Invoke').garbles({ checksum: 'message' } as never),
      'Invoke answers without a stream',
    ],
    [
      'a checksum that frames do not have',
      () => lambda.on('InvokeWithResponseStream').garbles({ checksum: 'md5' as never }),
      "knows two checksums: 'message' and 'prelude'",
    ],
    ['half a chunk', () => lambda.on('InvokeWithResponseStream').hangs({ afterChunks: 0.5 }), 'a whole number of chunks'],
    [
      'chunks where all of them come',
      () => lambda.on('InvokeWithResponseStream').truncates({ at: 'complete', afterChunks: 1 }),
      "goes with at: 'frame' only",
    ],
    [
      'a place that is none',
      () => lambda.on('InvokeWithResponseStream').truncates({ at: 'middle' as never }),
      "a number of bytes; in a stream also 'frame'",
    ],
    ['bytes below zero', () => lambda.on('Invoke').truncates({ at: -1 }), 'a whole number of bytes'],
    [
      'an option that is none',
      () => lambda.on('Invoke').throttles({ raeson: 'x' } as never),
      'throttles has no option raeson. Did you mean reason?',
    ],
    [
      'a reason that is none',
      () => lambda.on('Invoke').throttles({ reason: 'CallerRateLimitExeeded' as never }),
      "Did you mean 'CallerRateLimitExceeded'?",
    ],
    ['a negative Retry-After', () => lambda.on('Invoke').throttles({ retryAfterSeconds: -1 }), 'a number of seconds, 0 or more'],
    ['a status that is none', () => lambda.on('Invoke').answers({ status: 99 }), 'needs an HTTP status from 200 to 599'],
    ['an answer without status', () => lambda.on('Invoke').answers({ staus: 200 } as never), 'Did you mean status?'],
    [
      'headers that are none',
      () => lambda.on('Invoke').answers({ status: 502, headers: 'x' as never }),
      'needs an object, such as',
    ],
    [
      'a body that cannot be sent',
      () => lambda.on('Invoke').answers({ status: 502, body: () => 'x' }),
      'answers(...) needs body as text, bytes or a JSON value, not a function',
    ],
    ['an error without a name', () => lambda.on('Invoke').fails(undefined as never), "names no error of Lambda's"],
    [
      'members that are none',
      () => lambda.on('Invoke').fails('ServiceException', 'gone' as never),
      'takes an object with its members',
    ],
    ['a direction that is none', () => lambda.on('Invoke').skewsClock('20m', 'forward' as never), "needs 'ahead' or 'behind'"],
    ['pieces of nothing', () => lambda.on('Invoke').drips({ every: 1, bytes: 0 }), 'a whole number of bytes, 1 or more'],
    ['bounds in the wrong order', () => lambda.on('Invoke').delays([2, 1]), 'the shortest and the longest time'],
    ['every zeroth call', () => lambda.on('Invoke').throttles().every(0), 'a whole number of calls, 1 or more'],
    [
      'members of an error that has none',
      () => lambda.on('Invoke').fails('ExpiredTokenException', { Reason: 'x' } as never),
      "fails('ExpiredTokenException') has no option Reason",
    ],
  ]
  it.each(cases)('%s', (_, declare, message) => {
    expect(declare).toThrow(expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(message) }))
  })
})
