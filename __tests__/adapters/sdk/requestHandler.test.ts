import { getEventListeners } from 'node:events'
import type { WireOutcome, WireReply, WireRequest } from '../../../src/wire/messages'
import { frame } from '../../../src/wire/eventStream'
import type { Pieces } from '../../../src/wire/pieces'
import { closeDoors, failureOf, fakeExchange, forgetAwsSettings, openDoor, reply, sdks } from '../../support/sdkDoor'

beforeAll(forgetAwsSettings)
afterEach(closeDoors)
afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

const never = () => new Promise<WireOutcome>(() => {})
const text = (request: WireRequest | undefined) => Buffer.from(request!.body).toString()

/** A body in pieces; an error among them breaks it off. */
async function* pieces(...each: (Uint8Array | string | object)[]): AsyncGenerator<Uint8Array> {
  for (const piece of each) {
    if (typeof piece === 'string') yield Buffer.from(piece)
    else if (piece instanceof Uint8Array) yield piece
    else throw piece
  }
}
const inPieces = (...each: (Uint8Array | string | object)[]): WireReply => ({
  kind: 'reply',
  status: 200,
  headers: {},
  body: pieces(...each),
})

const payloadChunk = (payload: string) =>
  frame(
    { ':message-type': 'event', ':event-type': 'PayloadChunk', ':content-type': 'application/octet-stream' },
    Buffer.from(payload),
  )

describe.each(sdks)('%s', (version, sdk) => {
  const { LambdaClient, InvokeCommand, InvokeWithResponseStreamCommand } = sdk
  const newest = version === 'the newest SDK'
  const clients = { clients: LambdaClient }
  const invoke = (Payload?: Uint8Array | string) => new InvokeCommand({ FunctionName: 'orders', Payload: Payload as never })

  describe('the request', () => {
    it('is what would have gone over the wire', async () => {
      const exchange = fakeExchange(reply({}))
      openDoor(exchange, clients)
      const client = new LambdaClient()
      await client.send(
        new sdk.ListVersionsByFunctionCommand({
          FunctionName: 'arn:aws:lambda:us-east-1:1:function:a',
          Marker: 'a b&c',
          MaxItems: 5,
        }),
      )
      await client.send(
        new sdk.UntagResourceCommand({ Resource: 'arn:aws:lambda:us-east-1:1:function:a', TagKeys: ["it's", 'é'] }),
      )
      await client.send(new sdk.CreateAliasCommand({ FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }))
      const [list, untag, create] = exchange.requests
      expect(list).toMatchObject({
        method: 'GET',
        path: '/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A1%3Afunction%3Aa/versions',
        query: 'Marker=a%20b%26c&MaxItems=5',
        accountId: '123456789012',
        timeout: undefined,
        retryDelay: undefined,
      })
      expect(list).not.toHaveProperty('signal')
      expect(list!.body).toEqual(new Uint8Array(0))
      expect(untag).toMatchObject({ method: 'DELETE', query: 'tagKeys=it%27s&tagKeys=%C3%A9' })
      expect(JSON.parse(text(create))).toEqual({ Name: 'live', FunctionVersion: '1' })
      for (const name of Object.keys(create!.headers)) expect(name).toBe(name.toLowerCase())
      expect(create!.headers).toMatchObject({ 'content-type': 'application/json', host: 'lambda.us-east-1.amazonaws.com' })
      expect(create!.headers).not.toHaveProperty('authorization')
    })

    it('is taken down as it was, whatever its maker does with the buffer', async () => {
      const exchange = fakeExchange()
      openDoor(exchange, clients)
      const payload = Buffer.from('{"id":7}')
      await new LambdaClient().send(invoke(payload))
      payload.fill(0)
      expect(text(exchange.requests[0])).toBe('{"id":7}')
    })

    it.each([
      [{}, 'eu-west-1'],
      [{ useFipsEndpoint: true }, 'eu-west-1'],
      [{ useDualstackEndpoint: true }, 'eu-west-1'],
      [{ region: 'cn-north-1' }, 'cn-north-1'],
      [{ region: 'us-gov-west-1', useFipsEndpoint: true }, 'us-gov-west-1'],
      [{ region: 'us-iso-east-1' }, 'us-iso-east-1'],
      [{ endpoint: 'http://localhost:9001' }, 'eu-west-1'],
      [{ endpoint: 'https://vpce-1.lambda.eu-central-1.vpce.amazonaws.com' }, 'eu-central-1'],
    ])('tells the region: %j', async (config, region) => {
      const exchange = fakeExchange()
      openDoor(exchange, clients)
      await new LambdaClient({ region: 'eu-west-1', ...config }).send(invoke())
      expect(exchange.requests[0]!.region).toBe(region)
    })
  })

  describe('the answer', () => {
    it("is the SDK's own: nothing it does with it reaches the double", async () => {
      const answer = reply({ id: 7 })
      openDoor(fakeExchange(answer), clients)
      const { Payload } = await new LambdaClient().send(invoke())
      Payload!.fill(0)
      expect(Buffer.from(answer.body as Uint8Array).toString()).toBe('{"id":7}')
      expect(Object.getPrototypeOf(answer.body)).toBe(Uint8Array.prototype)
    })

    it('may come in pieces', async () => {
      openDoor(fakeExchange(inPieces('{"id"', '', ':7}')), clients)
      expect((await new LambdaClient().send(invoke())).Payload!.transformToString()).toBe('{"id":7}')
    })

    it('that breaks off is an aborted response, which is retried', async () => {
      const lost = async () => inPieces('{"id"', { kind: 'broken', code: 'ECONNRESET' })
      const exchange = fakeExchange(lost)
      openDoor(exchange, clients)
      const error = await failureOf(new LambdaClient({ maxAttempts: 2 }).send(invoke()))
      expect(error).toMatchObject({ code: 'ECONNRESET', $metadata: { attempts: 2 } })
      expect(error.message).toMatch(/^aborted/)
      expect(exchange.requests[1]!.retryDelay).toEqual(expect.any(Number))
    })

    it('may be an event stream', async () => {
      const chunk = payloadChunk('hello')
      openDoor(fakeExchange(inPieces(chunk.subarray(0, 20), chunk.subarray(20), chunk)), clients)
      const { EventStream } = await new LambdaClient().send(new InvokeWithResponseStreamCommand({ FunctionName: 'orders' }))
      const chunks: string[] = []
      for await (const { PayloadChunk } of EventStream!) chunks.push(Buffer.from(PayloadChunk!.Payload!).toString())
      expect(chunks).toEqual(['hello', 'hello'])
    })

    it('takes the pieces that are there already, and waits for one at a time', async () => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f']
      const isReady = (name: string | undefined) => name !== undefined && name !== 'a' && name !== 'd'
      let [asked, most] = [0, 0]
      const body: Pieces = {
        [Symbol.asyncIterator]: () => ({
          ready: () => (isReady(names[0]) ? payloadChunk(names.shift()!) : undefined),
          async next() {
            most = Math.max(most, ++asked)
            await new Promise((resolve) => setImmediate(resolve))
            asked--
            const name = names.shift()
            return name === undefined ? { done: true, value: undefined } : { done: false, value: payloadChunk(name) }
          },
        }),
      }
      openDoor(fakeExchange({ kind: 'reply', status: 200, headers: {}, body }), clients)
      const { EventStream } = await new LambdaClient().send(new InvokeWithResponseStreamCommand({ FunctionName: 'orders' }))
      const chunks: string[] = []
      for await (const { PayloadChunk } of EventStream!) chunks.push(Buffer.from(PayloadChunk!.Payload!).toString())
      expect(chunks).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
      expect(most).toBe(1)
    })

    it('in pieces ends where the caller aborts, even if the next piece never comes', async () => {
      const chunk = payloadChunk('hello')
      const returned = jest.fn(async () => ({ done: true as const, value: undefined }))
      let sent = false
      const body: AsyncIterable<Uint8Array> = {
        [Symbol.asyncIterator]: () => ({
          next: () => (sent ? new Promise(() => {}) : ((sent = true), Promise.resolve({ value: chunk }))),
          return: returned,
        }),
      }
      openDoor(fakeExchange({ kind: 'reply', status: 200, headers: {}, body }), clients)
      const controller = new AbortController()
      const { EventStream } = await new LambdaClient().send(new InvokeWithResponseStreamCommand({ FunctionName: 'orders' }), {
        abortSignal: controller.signal,
      })
      const reading = (async () => {
        for await (const { PayloadChunk } of EventStream!) if (PayloadChunk) controller.abort()
      })()
      expect(await failureOf(reading)).toMatchObject({ message: 'aborted', code: 'ECONNRESET' })
      expect(returned).toHaveBeenCalled()
      expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    })
  })

  describe('an abort', () => {
    it('before the call asks nobody', async () => {
      const exchange = fakeExchange()
      openDoor(exchange, clients)
      const abortSignal = AbortSignal.abort()
      expect(await failureOf(new LambdaClient().send(invoke(), { abortSignal }))).toMatchObject({ name: 'AbortError' })
      expect(exchange.requests).toEqual([])
    })

    it('in flight rejects at once, tells the double, and leaves no listener', async () => {
      const exchange = fakeExchange(never)
      openDoor(exchange, clients)
      const controller = new AbortController()
      const failure = failureOf(new LambdaClient().send(invoke(), { abortSignal: controller.signal }))
      while (exchange.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
      expect(exchange.requests[0]!.signal!.aborted).toBe(false)
      controller.abort()
      expect(exchange.requests[0]!.signal!.aborted).toBe(true)
      const error = await failure
      expect([error.name, error.message]).toEqual(['AbortError', 'Request aborted'])
      expect(getEventListeners(controller.signal, 'abort')).toEqual([])
      expect(exchange.requests).toHaveLength(1)
    })

    it('is understood from signals that know onabort only', async () => {
      const exchange = fakeExchange(never)
      openDoor(exchange, clients)
      const signal = { aborted: false, onabort: null as null | (() => void) }
      const failure = failureOf(new LambdaClient().send(invoke(), { abortSignal: signal as never }))
      while (exchange.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
      signal.onabort!()
      expect((await failure).name).toBe('AbortError')
    })

    it('that never comes leaves no listener either', async () => {
      openDoor(fakeExchange(reply({})), clients)
      const { signal } = new AbortController()
      await new LambdaClient().send(invoke(), { abortSignal: signal })
      expect(getEventListeners(signal, 'abort')).toEqual([])
    })
  })

  describe('a time-out', () => {
    const requestHandler = { requestTimeout: 2_000, throwOnRequestTimeout: true } as object
    const expected = newest
      ? { name: 'TimeoutError', code: 'ETIMEDOUT' }
      : { name: 'TimeoutError', message: 'Connection timed out after 2000 ms' }

    it('is told to the double, which keeps it in its own time', async () => {
      const exchange = fakeExchange({ kind: 'broken', code: 'ETIMEDOUT' })
      openDoor(exchange, clients)
      const error = await failureOf(new LambdaClient({ requestHandler, maxAttempts: 2 }).send(invoke()))
      expect(exchange.requests.map(({ timeout }) => timeout)).toEqual([2_000, 2_000])
      expect(error).toMatchObject({ ...expected, $metadata: { attempts: 2 } })
      expect(error.message).toContain('2000 ms')
    })

    it('ends a call that is never answered, and is retried', async () => {
      jest.useFakeTimers()
      const exchange = fakeExchange(never)
      openDoor(exchange, clients)
      const failure = failureOf(new LambdaClient({ requestHandler, maxAttempts: 2 }).send(invoke()))
      await jest.advanceTimersByTimeAsync(1_999)
      expect(exchange.requests).toHaveLength(1)
      await jest.advanceTimersByTimeAsync(1 + 2_000)
      expect(await failure).toMatchObject({ ...expected, $metadata: { attempts: 2 } })
      expect(exchange.requests.map(({ signal }) => signal!.aborted)).toEqual([true, true])
      expect(jest.getTimerCount()).toBe(0)
    })

    it('is retried also if the double rejects because the caller is gone', async () => {
      const exchange = fakeExchange(
        ({ signal }) => new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error))),
      )
      openDoor(exchange, clients)
      const client = new LambdaClient({ requestHandler: { ...requestHandler, requestTimeout: 5 }, maxAttempts: 2 })
      expect(await failureOf(client.send(invoke()))).toMatchObject({ name: 'TimeoutError', $metadata: { attempts: 2 } })
    })

    it('leaves no timer behind an answer', async () => {
      jest.useFakeTimers()
      openDoor(fakeExchange(reply({})), clients)
      await new LambdaClient({ requestHandler }).send(invoke())
      expect(jest.getTimerCount()).toBe(0)
    })

    it('is none where the SDK would log a warning only', async () => {
      const exchange = fakeExchange()
      openDoor(exchange, clients)
      await new LambdaClient({ requestHandler: { requestTimeout: 2_000 } }).send(invoke())
      expect(exchange.requests[0]!.timeout).toBe(newest ? undefined : 2_000)
    })

    it('may be that of an idle socket', async () => {
      const exchange = fakeExchange({ kind: 'broken', code: 'ETIMEDOUT' })
      openDoor(exchange, clients)
      const client = new LambdaClient({ requestHandler: { socketTimeout: 300 }, maxAttempts: 1 })
      const error = await failureOf(client.send(invoke()))
      expect(exchange.requests[0]!.timeout).toBe(300)
      expect([error.name, error.code]).toEqual(['TimeoutError', undefined])
    })

    it('may be given with the call, where the SDK knows that', async () => {
      const exchange = fakeExchange()
      openDoor(exchange, clients)
      await new LambdaClient({ requestHandler }).send(invoke(), { requestTimeout: 70 })
      expect(exchange.requests[0]!.timeout).toBe(newest ? 70 : 2_000)
    })
  })
})
