import type { Handler } from '../../../src/state/functionRecord'
import { createApi, type Api } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const json = (value: unknown) => Buffer.from(JSON.stringify(value))
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()

async function withHandler(handler: Handler, options = {}): Promise<Api> {
  const api = createApi(options)
  await api.createFunction('orders')
  api.region.functions.get('orders')!.latest.body = { once: [], handler }
  return api
}

describe('Invoke', () => {
  it('answers with the result as JSON, and the version that ran', async () => {
    const api = await withHandler(async (event: { id: number }) => ({ id: event.id, ok: true }))
    const reply = await api.call('Invoke', { FunctionName: 'orders', Payload: json({ id: 7 }) })
    expect(reply).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST', FunctionError: undefined, LogResult: undefined })
    expect(text(reply.Payload)).toBe('{"id":7,"ok":true}')
  })

  it('answers 200 with FunctionError Unhandled and the error object when the handler throws', async () => {
    const api = await withHandler(async () => {
      throw new TypeError('no stock')
    })
    const reply = await api.call('Invoke', { FunctionName: 'orders' })
    expect(reply).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' })
    expect(JSON.parse(text(reply.Payload))).toEqual({
      errorType: 'TypeError',
      errorMessage: 'no stock',
      trace: expect.arrayContaining(['TypeError: no stock']),
    })
  })

  it('gives an absent payload to the handler as an empty object', async () => {
    const api = await withHandler(async (event: unknown) => ({ got: event }))
    expect(text((await api.call('Invoke', { FunctionName: 'orders' })).Payload)).toBe('{"got":{}}')
  })

  it('runs nothing on a dry run: 204', async () => {
    const handler = jest.fn()
    const api = await withHandler(handler)
    expect(await api.call('Invoke', { FunctionName: 'orders', InvocationType: 'DryRun' })).toEqual({ StatusCode: 204 })
    expect(handler).not.toHaveBeenCalled()
  })

  it('answers an Event with 202 before the handler runs', async () => {
    const handler = jest.fn(async () => 'done')
    const api = await withHandler(handler)
    expect(await api.call('Invoke', { FunctionName: 'orders', InvocationType: 'Event', Payload: json({ id: 7 }) })).toEqual({
      StatusCode: 202,
    })
    expect(handler).not.toHaveBeenCalled()
    await api.house.clock.settle()
    expect(handler).toHaveBeenCalledTimes(1)
    expect(api.house.ranSoFar()).toMatchObject([{ functionName: 'orders', type: 'Event', event: { id: 7 }, result: 'done' }])
  })

  it('gives the tail of the log on demand', async () => {
    const api = await withHandler(async () => 'x')
    const { LogResult } = await api.call('Invoke', { FunctionName: 'orders', LogType: 'Tail' })
    expect(Buffer.from(LogResult!, 'base64').toString()).toMatch(
      /^START RequestId: .* Version: \$LATEST\n[^]*END RequestId: .*\nREPORT RequestId: /,
    )
  })

  it('hands the client context to the handler', async () => {
    const api = await withHandler(async (_: unknown, context: { clientContext: unknown }) => context.clientContext)
    const ClientContext = json({ custom: { key: 'value' } }).toString('base64')
    expect(JSON.parse(text((await api.call('Invoke', { FunctionName: 'orders', ClientContext })).Payload))).toMatchObject({
      custom: { key: 'value' },
    })
  })

  it('shows the ARN to the handler as it was invoked', async () => {
    const api = await withHandler(async (_: unknown, context: { invokedFunctionArn: string }) => context.invokedFunctionArn)
    expect(text((await api.call('Invoke', { FunctionName: 'orders' })).Payload)).toBe(`"${arn}"`)
    expect(text((await api.call('Invoke', { FunctionName: 'orders', Qualifier: '$LATEST' })).Payload)).toBe(`"${arn}:$LATEST"`)
  })

  it.each([
    [
      'an unknown function, named with $LATEST (recorded)',
      { FunctionName: 'gone' },
      'arn:aws:lambda:us-east-1:123456789012:function:gone:$LATEST',
    ],
    [
      'an unknown function with the qualifier it was asked for',
      { FunctionName: 'gone', Qualifier: 'live' },
      'arn:aws:lambda:us-east-1:123456789012:function:gone:live',
    ],
    ['an unknown qualifier', { FunctionName: 'orders', Qualifier: '$latest' }, `${arn}:$latest`],
  ])('misses %s', async (_, input, missing) => {
    const api = await withHandler(async () => 1)
    expect(await api.refusal('Invoke', input)).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: `Function not found: ${missing}`,
    })
  })

  it.each([['RequestResponse' as const], ['Event' as const]])('refuses an event that is no JSON (%s)', async (InvocationType) => {
    const handler = jest.fn()
    const api = await withHandler(handler)
    expect(await api.refusal('Invoke', { FunctionName: 'orders', InvocationType, Payload: Buffer.from('{"id":') })).toMatchObject(
      {
        code: 'InvalidRequestContentException',
        status: 400,
        message: expect.stringMatching(/^Could not parse request body into json: Could not parse payload into json: /),
      },
    )
    await api.house.clock.settle()
    expect(handler).not.toHaveBeenCalled()
  })

  it('refuses an event over 6 MB, and over 1 MB if it is asynchronous', async () => {
    const api = await withHandler(async () => 1)
    const sized = (bytes: number) => Buffer.from(`"${'x'.repeat(bytes - 2)}"`)
    expect(await api.refusal('Invoke', { FunctionName: 'orders', Payload: sized(6_291_457) })).toEqual({
      code: 'RequestEntityTooLargeException',
      status: 413,
      message: 'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    })
    expect(await api.refusal('Invoke', { FunctionName: 'orders', InvocationType: 'Event', Payload: sized(1_048_577) })).toEqual({
      code: 'RequestEntityTooLargeException',
      status: 413,
      message: '1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)',
    })
    await expect(
      api.call('Invoke', { FunctionName: 'orders', InvocationType: 'Event', Payload: sized(1_048_576) }),
    ).resolves.toEqual({ StatusCode: 202 })
  })

  it('refuses a client context that is too long or no JSON', async () => {
    const api = await withHandler(async () => 1)
    for (const ClientContext of ['x'.repeat(3584), 'not base64 json']) {
      expect(await api.refusal('Invoke', { FunctionName: 'orders', ClientContext })).toMatchObject({
        code: 'InvalidRequestContentException',
        status: 400,
      })
    }
  })

  it('refuses a function that is still Pending', async () => {
    const api = await withHandler(async () => 1, { functionStates: 'staged' })
    expect(await api.refusal('Invoke', { FunctionName: 'orders' })).toEqual({
      code: 'ResourceConflictException',
      status: 409,
      message: 'The operation cannot be performed at this time. The function is currently in the following state: Pending',
    })
  })
})
