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

describe('InvokeAsync', () => {
  it('answers 202 before the handler runs; its body is the event', async () => {
    const handler = jest.fn(async (event: unknown) => event)
    const api = await withHandler(handler)
    expect(await api.call('InvokeAsync', { FunctionName: 'orders', InvokeArgs: json({ id: 7 }) })).toEqual({ Status: 202 })
    expect(handler).not.toHaveBeenCalled()
    await api.house.clock.settle()
    expect(api.house.ranSoFar()).toMatchObject([{ functionName: 'orders', type: 'Event', event: { id: 7 }, result: { id: 7 } }])
  })

  it('tries an event again as an asynchronous Invoke does', async () => {
    const api = await withHandler(async () => Promise.reject(new Error('no')))
    await api.call('InvokeAsync', { FunctionName: 'orders', InvokeArgs: json({}) })
    await api.house.clock.settle()
    expect(api.house.ranSoFar().map((run) => run.attempt)).toEqual([1, 2, 3])
  })

  it('takes a version or alias in the name', async () => {
    const api = await withHandler(async () => 1)
    await api.call('PublishVersion', { FunctionName: 'orders' })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    await api.call('InvokeAsync', { FunctionName: 'orders:live', InvokeArgs: json({}) })
    await api.house.clock.settle()
    expect(api.house.ranSoFar()).toMatchObject([{ qualifier: 'live', version: '1' }])
  })

  it('starts the execution of a durable function', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (event) => event)
    expect(await api.call('InvokeAsync', { FunctionName: 'orders:$LATEST', InvokeArgs: json({ id: 7 }) })).toEqual({
      Status: 202,
    })
    await api.house.clock.settle()
    const { DurableExecutions } = await api.call('ListDurableExecutionsByFunction', { FunctionName: 'orders' })
    expect(DurableExecutions).toMatchObject([{ Status: 'SUCCEEDED' }])
  })

  it('refuses an event over 256 KB, before an unknown function', async () => {
    const sized = (bytes: number) => Buffer.from(`"${'x'.repeat(bytes - 2)}"`)
    expect(await createApi().refusal('InvokeAsync', { FunctionName: 'gone', InvokeArgs: sized(262_145) })).toEqual({
      code: 'RequestEntityTooLargeException',
      status: 413,
      message: '262145 byte payload is too large for the Event invocation type (limit 262144 bytes)',
    })
    const api = await withHandler(async () => 1)
    await expect(api.call('InvokeAsync', { FunctionName: 'orders', InvokeArgs: sized(262_144) })).resolves.toEqual({
      Status: 202,
    })
  })

  it('misses an unknown function', async () => {
    expect(await createApi().refusal('InvokeAsync', { FunctionName: 'gone', InvokeArgs: json({}) })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone:$LATEST',
    })
  })

  it('refuses a function that is still Pending', async () => {
    const api = await withHandler(async () => 1, { functionStates: 'staged' })
    expect(await api.refusal('InvokeAsync', { FunctionName: 'orders', InvokeArgs: json({}) })).toMatchObject({
      code: 'ResourceConflictException',
      status: 409,
    })
  })

  it('refuses an event that is no JSON, and runs nothing', async () => {
    const handler = jest.fn()
    const api = await withHandler(handler)
    expect(await api.refusal('InvokeAsync', { FunctionName: 'orders', InvokeArgs: Buffer.from('{') })).toMatchObject({
      code: 'InvalidRequestContentException',
      status: 400,
    })
    await api.house.clock.settle()
    expect(handler).not.toHaveBeenCalled()
  })
})
