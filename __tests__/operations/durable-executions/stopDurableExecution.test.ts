import { createApi } from '../../support/api'
import { createDurable, eventTypes, start } from '../../support/durable'

describe('StopDurableExecution', () => {
  it('ends an execution with the error it is given, and its handler is not called again', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) => durable.wait(3600))
    const DurableExecutionArn = await start(api, 'orders')
    await api.house.clock.advance(60_000)
    const Error = { ErrorType: 'Cancelled', ErrorMessage: 'the customer changed their mind' }
    const StopTimestamp = new Date('2026-01-31T12:01:00.000Z')
    expect(await api.call('StopDurableExecution', { DurableExecutionArn, Error })).toEqual({ StopTimestamp })
    await api.house.clock.settle()
    expect(api.house.clock.now()).toBe(StopTimestamp.getTime())
    expect(await api.call('GetDurableExecution', { DurableExecutionArn })).toMatchObject({
      Status: 'STOPPED',
      Error,
      EndTimestamp: StopTimestamp,
    })
    expect(await eventTypes(api, DurableExecutionArn)).toEqual([
      'ExecutionStarted',
      'WaitStarted',
      'InvocationCompleted',
      'ExecutionStopped',
    ])
    expect(api.house.ranSoFar()).toHaveLength(1)
  })

  it('refuses an error of more than 1 MB, and lets the execution go on (documented, the text is not recorded)', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) => durable.wait(3600))
    const DurableExecutionArn = await start(api, 'orders')
    const Error = { ErrorData: 'x'.repeat(1_048_576) }
    expect(await api.refusal('StopDurableExecution', { DurableExecutionArn, Error })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Error object size must be less than 1048576 bytes.',
    })
    expect(await api.call('GetDurableExecution', { DurableExecutionArn })).toMatchObject({ Status: 'RUNNING' })
  })

  it('closes the callbacks of the execution to the outside', async () => {
    const api = createApi()
    const submitted: string[] = []
    await createDurable(api, 'orders', (_, durable) => durable.callback((id) => submitted.push(id)))
    const DurableExecutionArn = await start(api, 'orders')
    await api.call('StopDurableExecution', { DurableExecutionArn })
    expect(await api.refusal('SendDurableExecutionCallbackSuccess', { CallbackId: submitted[0]! })).toMatchObject({
      code: 'CallbackTimeoutException',
      status: 400,
    })
  })

  it('leaves an execution that has ended as it is', async () => {
    const api = createApi()
    await createDurable(api, 'orders', () => 'done')
    const DurableExecutionArn = await start(api, 'orders')
    await api.house.clock.advance(60_000)
    expect(await api.call('StopDurableExecution', { DurableExecutionArn })).toEqual({
      StopTimestamp: new Date('2026-01-31T12:00:00.000Z'),
    })
    expect(await api.call('GetDurableExecution', { DurableExecutionArn })).toMatchObject({ Status: 'SUCCEEDED' })
  })

  it('misses an unknown execution', async () => {
    const DurableExecutionArn = 'arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST/durable-execution/gone/gone'
    expect(await createApi().refusal('StopDurableExecution', { DurableExecutionArn })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: `Durable execution not found: ${DurableExecutionArn}`,
    })
  })
})
