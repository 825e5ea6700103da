import type { InvokeWithResponseStreamResponseEvent } from '../../../src/model/api'
import type { Handler } from '../../../src/state/functionRecord'
import { createApi, type Api } from '../../support/api'
import { createDurable } from '../../support/durable'

const json = (value: unknown) => Buffer.from(JSON.stringify(value))

async function withHandler(handler: Handler, options = {}): Promise<Api> {
  const api = createApi(options)
  await api.createFunction('orders')
  api.region.functions.get('orders')!.latest.body = { once: [], handler }
  return api
}

/** Chunks as text, and what InvokeComplete says. */
async function read(events: AsyncIterable<InvokeWithResponseStreamResponseEvent> | undefined) {
  const chunks: string[] = []
  const complete: unknown[] = []
  for await (const event of events ?? []) {
    if (event.PayloadChunk) chunks.push(Buffer.from(event.PayloadChunk.Payload ?? []).toString())
    if (event.InvokeComplete) complete.push(event.InvokeComplete)
  }
  return { chunks, complete }
}

describe('InvokeWithResponseStream', () => {
  it('streams the result of a function that does not stream as one chunk', async () => {
    const api = await withHandler(async (event: { id: number }) => ({ id: event.id, ok: true }))
    const reply = await api.call('InvokeWithResponseStream', { FunctionName: 'orders', Payload: json({ id: 7 }) })
    expect(reply).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' })
    expect(await read(reply.EventStream)).toEqual({ chunks: ['{"id":7,"ok":true}'], complete: [{}] })
    expect(api.house.ranSoFar()).toMatchObject([{ type: 'RequestResponse', event: { id: 7 } }])
  })

  it('says at the end why a function has failed, and answers 200 all the same', async () => {
    const api = await withHandler(async () => {
      throw new TypeError('no stock')
    })
    const reply = await api.call('InvokeWithResponseStream', { FunctionName: 'orders' })
    expect(reply.StatusCode).toBe(200)
    const { chunks, complete } = await read(reply.EventStream)
    expect(chunks).toEqual([])
    expect(complete).toEqual([{ ErrorCode: 'TypeError', ErrorDetails: expect.any(String) }])
    const [{ ErrorDetails }] = complete as [{ ErrorDetails: string }]
    expect(JSON.parse(ErrorDetails)).toMatchObject({ errorType: 'TypeError', errorMessage: 'no stock' })
  })

  it('gives the tail of the log at the end, on demand', async () => {
    const api = await withHandler(async () => 1)
    const reply = await api.call('InvokeWithResponseStream', { FunctionName: 'orders', LogType: 'Tail' })
    const [{ LogResult }] = (await read(reply.EventStream)).complete as [{ LogResult: string }]
    expect(Buffer.from(LogResult, 'base64').toString()).toMatch(/^START RequestId: .*\nEND RequestId: .*\nREPORT RequestId: /)
  })

  it('hands the client context to the handler', async () => {
    const api = await withHandler(async (_: unknown, context: { clientContext: unknown }) => context.clientContext)
    const ClientContext = json({ custom: { key: 'value' } }).toString('base64')
    const { EventStream } = await api.call('InvokeWithResponseStream', { FunctionName: 'orders', ClientContext })
    expect((await read(EventStream)).chunks).toEqual(['{"custom":{"key":"value"}}'])
  })

  it('runs nothing on a dry run: 204', async () => {
    const handler = jest.fn()
    const api = await withHandler(handler)
    expect(await api.call('InvokeWithResponseStream', { FunctionName: 'orders', InvocationType: 'DryRun' })).toEqual({
      StatusCode: 204,
    })
    expect(handler).not.toHaveBeenCalled()
  })

  it('is never asynchronous: the model refuses Event', async () => {
    const api = await withHandler(async () => 1)
    const input = { FunctionName: 'orders', InvocationType: 'Event' as never }
    expect(await api.refusal('InvokeWithResponseStream', input)).toMatchObject({ code: 'ValidationException', status: 400 })
  })

  it('refuses a durable function', async () => {
    const api = createApi()
    await createDurable(api, 'orders', () => 1)
    expect(await api.refusal('InvokeWithResponseStream', { FunctionName: 'orders:$LATEST' })).toMatchObject({
      code: 'InvalidParameterValueException',
      status: 400,
    })
    expect(api.region.durableExecutions.size).toBe(0)
  })

  it('misses an unknown function', async () => {
    expect(await createApi().refusal('InvokeWithResponseStream', { FunctionName: 'gone', Qualifier: 'live' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone:live',
    })
  })

  it.each([
    ['an event over 6 MB', { Payload: Buffer.alloc(6_291_457, 'x') }, 'RequestEntityTooLargeException', 413],
    ['an event that is no JSON', { Payload: Buffer.from('{') }, 'InvalidRequestContentException', 400],
    ['a client context that is no JSON', { ClientContext: 'nonsense' }, 'InvalidRequestContentException', 400],
  ])('refuses %s before the stream begins', async (_, more, code, status) => {
    const api = await withHandler(async () => 1)
    expect(await api.refusal('InvokeWithResponseStream', { FunctionName: 'orders', ...more })).toMatchObject({ code, status })
  })

  it('refuses a function that has no place to run', async () => {
    const api = await withHandler(async () => 1)
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 0 })
    expect(await api.refusal('InvokeWithResponseStream', { FunctionName: 'orders' })).toMatchObject({
      code: 'TooManyRequestsException',
      status: 429,
    })
  })
})
