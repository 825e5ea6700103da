import { createApi } from '../../support/api'
import { createDurable, start } from '../../support/durable'

const fn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const day = 86_400_000

describe('GetDurableExecution', () => {
  it('shows an execution that runs', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) => durable.wait(60))
    const DurableExecutionArn = await start(api, 'orders', { id: 7 }, 'order-7')
    expect(DurableExecutionArn).toMatch(
      /^arn:aws:lambda:us-east-1:123456789012:function:orders:\$LATEST\/durable-execution\/order-7\/[0-9a-f-]{36}$/,
    )
    expect(await api.call('GetDurableExecution', { DurableExecutionArn })).toEqual({
      DurableExecutionArn,
      DurableExecutionName: 'order-7',
      FunctionArn: fn,
      InputPayload: '{"id":7}',
      StartTimestamp: new Date('2026-01-31T12:00:00.000Z'),
      Status: 'RUNNING',
      Version: '$LATEST',
      TraceHeader: { XAmznTraceId: expect.stringMatching(/^Root=1-/) },
      ExecutionDataIncluded: true,
      DurableConfig: { ExecutionTimeout: 86_400, RetentionPeriodInDays: 7 },
    })
  })

  it('leaves event, result and error out on demand', async () => {
    const api = createApi()
    await createDurable(api, 'orders', () => 'done')
    const DurableExecutionArn = await start(api, 'orders')
    const whole = await api.call('GetDurableExecution', { DurableExecutionArn })
    expect(whole).toMatchObject({ Status: 'SUCCEEDED', InputPayload: '{}', Result: '"done"', ExecutionDataIncluded: true })
    const { InputPayload, Result, ...rest } = whole
    expect([InputPayload, Result]).toEqual(['{}', '"done"'])
    expect(await api.call('GetDurableExecution', { DurableExecutionArn, IncludeExecutionData: false })).toEqual({
      ...rest,
      ExecutionDataIncluded: false,
    })
  })

  it('names an execution after its id where the caller gave no name', async () => {
    const api = createApi()
    await createDurable(api, 'orders', () => 1)
    const DurableExecutionArn = await start(api, 'orders')
    const [name, id] = DurableExecutionArn.split('/').slice(-2)
    expect(name).toBe(id)
    expect(await api.call('GetDurableExecution', { DurableExecutionArn })).toMatchObject({ DurableExecutionName: name })
  })

  it('forgets an execution when its retention is over, and its name with it', async () => {
    const api = createApi()
    await createDurable(api, 'orders', () => 1, { DurableConfig: { RetentionPeriodInDays: 2 } })
    const DurableExecutionArn = await start(api, 'orders', {}, 'order-7')
    await api.house.clock.advance(2 * day)
    await expect(api.call('GetDurableExecution', { DurableExecutionArn })).resolves.toBeDefined()
    await api.house.clock.advance(1)
    expect(await api.refusal('GetDurableExecution', { DurableExecutionArn })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: `Durable execution not found: ${DurableExecutionArn}`,
    })
    expect(await start(api, 'orders', { other: true }, 'order-7')).not.toBe(DurableExecutionArn)
  })

  it('keeps an execution for 30 days without a retention of its own', async () => {
    const api = createApi()
    await createDurable(api, 'orders', () => 1, { DurableConfig: { ExecutionTimeout: 60 } })
    const DurableExecutionArn = await start(api, 'orders')
    await api.house.clock.advance(30 * day)
    await expect(api.call('GetDurableExecution', { DurableExecutionArn })).resolves.toBeDefined()
    await api.house.clock.advance(1)
    await expect(api.call('GetDurableExecution', { DurableExecutionArn })).rejects.toBeDefined()
  })

  it('forgets the executions of a function that is deleted, and one of the same name has none of them', async () => {
    const api = createApi()
    await createDurable(api, 'orders', () => 1)
    const DurableExecutionArn = await start(api, 'orders')
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    await createDurable(api, 'orders', () => 1)
    expect(await api.refusal('GetDurableExecution', { DurableExecutionArn })).toMatchObject({ code: 'ResourceNotFoundException' })
    expect(await api.call('ListDurableExecutionsByFunction', { FunctionName: 'orders' })).toEqual({ DurableExecutions: [] })
  })
})
