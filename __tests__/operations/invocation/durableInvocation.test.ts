import { createApi } from '../../support/api'
import { createDurable, start } from '../../support/durable'

const invalid = (message: string) => ({ code: 'InvalidParameterValueException', status: 400, message })
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()
const DurableConfig = { ExecutionTimeout: 900 }

describe('Invoke of a durable function', () => {
  it('answers a synchronous caller with the result and the ARN of the execution', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (event) => ({ ...event, ok: true }), { DurableConfig })
    const reply = await api.call('Invoke', { FunctionName: 'orders:$LATEST', Payload: Buffer.from('{"id":7}'), LogType: 'Tail' })
    expect(reply).toMatchObject({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      FunctionError: undefined,
      DurableExecutionArn: expect.stringContaining(':function:orders:$LATEST/durable-execution/'),
      LogResult: expect.any(String),
    })
    expect(text(reply.Payload)).toBe('{"id":7,"ok":true}')
  })

  it('answers an Event with 202 and the ARN before the handler runs', async () => {
    const api = createApi()
    const body = jest.fn()
    await createDurable(api, 'orders', body)
    const reply = await api.call('Invoke', { FunctionName: 'orders', Qualifier: '$LATEST', InvocationType: 'Event' })
    expect(reply).toEqual({ StatusCode: 202, DurableExecutionArn: expect.any(String) })
    expect(body).not.toHaveBeenCalled()
    const running = { DurableExecutionArn: reply.DurableExecutionArn!, Status: 'RUNNING' }
    expect(await api.call('GetDurableExecution', { DurableExecutionArn: reply.DurableExecutionArn! })).toMatchObject(running)
    await api.house.clock.settle()
    expect(body).toHaveBeenCalledTimes(1)
  })

  it('answers a failed execution with FunctionError and its error', async () => {
    const api = createApi()
    await createDurable(
      api,
      'orders',
      () => {
        throw new RangeError('no funds')
      },
      { DurableConfig },
    )
    const reply = await api.call('Invoke', { FunctionName: 'orders:$LATEST' })
    expect(reply).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled', DurableExecutionArn: expect.any(String) })
    expect(JSON.parse(text(reply.Payload))).toEqual({ errorType: 'RangeError', errorMessage: 'no funds' })
  })

  it('starts nothing on a dry run', async () => {
    const api = createApi()
    await createDurable(api, 'orders', () => 1)
    expect(await api.call('Invoke', { FunctionName: 'orders:$LATEST', InvocationType: 'DryRun' })).toEqual({ StatusCode: 204 })
    expect(api.region.durableExecutions.size).toBe(0)
  })

  it('runs every part of an execution with the version that it started with', async () => {
    const api = createApi()
    await createDurable(api, 'orders', async (_, durable) => {
      await durable.wait(60)
      return 'first'
    })
    await api.call('PublishVersion', { FunctionName: 'orders' })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    const { DurableExecutionArn } = await api.call('Invoke', { FunctionName: 'orders:live', InvocationType: 'Event' })
    await api.house.clock.advance(0)
    api.region.functions.get('orders')!.latest.body = { once: [], handler: () => 'second' }
    await api.call('PublishVersion', { FunctionName: 'orders' })
    await api.call('UpdateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '2' })
    await api.house.clock.settle()
    expect(await api.call('GetDurableExecution', { DurableExecutionArn: DurableExecutionArn! })).toMatchObject({
      Version: '1',
      Result: '"first"',
    })
  })

  describe('with a name', () => {
    it('is the same execution when it comes again with the same event, running or not', async () => {
      const api = createApi()
      await createDurable(api, 'orders', (_, durable) => durable.wait(60))
      const arn = await start(api, 'orders', { id: 7 }, 'order-7')
      expect(await start(api, 'orders', { id: 7 }, 'order-7')).toBe(arn)
      await api.house.clock.settle()
      expect(await start(api, 'orders', { id: 7 }, 'order-7')).toBe(arn)
      expect(api.house.ranSoFar()).toHaveLength(2)
    })

    it('is refused with another event', async () => {
      const api = createApi()
      await createDurable(api, 'orders', () => 1)
      await start(api, 'orders', { id: 7 }, 'order-7')
      const other = { FunctionName: 'orders:$LATEST', InvocationType: 'Event', DurableExecutionName: 'order-7' } as const
      expect(await api.refusal('Invoke', { ...other, Payload: Buffer.from('{"id":8}') })).toMatchObject({
        code: 'DurableExecutionAlreadyStartedException',
        status: 409,
      })
      expect(api.region.durableExecutions.size).toBe(1)
    })

    it('belongs to one function', async () => {
      const api = createApi()
      await createDurable(api, 'orders', () => 1)
      await createDurable(api, 'invoices', () => 1)
      const arn = await start(api, 'orders', { id: 7 }, 'seven')
      expect(await start(api, 'invoices', { id: 8 }, 'seven')).not.toBe(arn)
    })

    it('is refused for a function that is not durable', async () => {
      const api = createApi()
      await api.createFunction('orders')
      expect(await api.refusal('Invoke', { FunctionName: 'orders', DurableExecutionName: 'order-7' })).toEqual(
        invalid('DurableExecutionName is only supported for durable functions.'),
      )
    })
  })

  describe('refuses', () => {
    it('a name without a version or alias', async () => {
      const api = createApi()
      await createDurable(api, 'orders', () => 1)
      for (const InvocationType of ['Event', 'RequestResponse'] as const) {
        expect(await api.refusal('Invoke', { FunctionName: 'orders', InvocationType })).toEqual(
          invalid('You cannot invoke a durable function using an unqualified ARN.'),
        )
      }
    })

    it('a caller that waits for an execution that may take more than 15 minutes', async () => {
      const api = createApi()
      await createDurable(api, 'orders', () => 1, { DurableConfig: { ExecutionTimeout: 901 } })
      expect(await api.refusal('Invoke', { FunctionName: 'orders:$LATEST' })).toEqual(
        invalid('You cannot synchronously invoke a durable function with an executionTimeout greater than 15 minutes.'),
      )
      await expect(api.call('Invoke', { FunctionName: 'orders:$LATEST', InvocationType: 'Event' })).resolves.toMatchObject({
        StatusCode: 202,
      })
    })

    it('an event that is no JSON', async () => {
      const api = createApi()
      await createDurable(api, 'orders', () => 1)
      expect(
        await api.refusal('Invoke', { FunctionName: 'orders:$LATEST', InvocationType: 'Event', Payload: Buffer.from('{') }),
      ).toMatchObject({ code: 'InvalidRequestContentException', status: 400 })
      expect(api.region.durableExecutions.size).toBe(0)
    })
  })
})
