import { createApi } from '../../support/api'
import { eventTypes } from '../../support/durable'
import { badIds, closed, waitForCallback } from './callbacks'

describe('SendDurableExecutionCallbackSuccess', () => {
  it('hands the result to the handler, which goes on', async () => {
    const { api, CallbackId, DurableExecutionArn, outcome } = await waitForCallback()
    expect((await outcome()).Status).toBe('RUNNING')
    expect(await api.call('SendDurableExecutionCallbackSuccess', { CallbackId, Result: Buffer.from('"approved"') })).toEqual({})
    expect(await outcome()).toEqual({ Status: 'SUCCEEDED', Result: '"\\"approved\\""' })
    const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn })
    expect(Events.filter((event) => event.EventType!.startsWith('Callback'))).toMatchObject([
      { EventType: 'CallbackStarted', Id: 'op-1', CallbackStartedDetails: { CallbackId } },
      { EventType: 'CallbackSucceeded', Id: 'op-1', CallbackSucceededDetails: { Result: { Payload: '"approved"' } } },
    ])
  })

  it('goes on by itself, on the next turn', async () => {
    const { api, CallbackId, DurableExecutionArn } = await waitForCallback()
    await api.call('SendDurableExecutionCallbackSuccess', { CallbackId })
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(await eventTypes(api, DurableExecutionArn)).toContain('ExecutionSucceeded')
  })

  it('may come without a result', async () => {
    const { api, CallbackId, outcome } = await waitForCallback()
    await api.call('SendDurableExecutionCallbackSuccess', { CallbackId, Result: new Uint8Array() })
    expect(await outcome()).toEqual({ Status: 'SUCCEEDED' })
  })

  it('shows its time-outs in the history', async () => {
    const { api, CallbackId, DurableExecutionArn } = await waitForCallback({ TimeoutSeconds: 3600, HeartbeatTimeoutSeconds: 60 })
    const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn })
    expect(Events[1]!.CallbackStartedDetails).toEqual({ CallbackId, Timeout: 3600, HeartbeatTimeout: 60 })
  })

  it('refuses a callback that is closed', async () => {
    const { api, CallbackId } = await waitForCallback()
    await api.call('SendDurableExecutionCallbackSuccess', { CallbackId })
    expect(await api.refusal('SendDurableExecutionCallbackSuccess', { CallbackId })).toEqual(closed)
  })

  it('refuses a callback whose time is up', async () => {
    const { api, CallbackId, DurableExecutionArn, outcome } = await waitForCallback({ TimeoutSeconds: 60 })
    await api.house.clock.advance(60_000)
    expect(await api.refusal('SendDurableExecutionCallbackSuccess', { CallbackId })).toEqual(closed)
    expect(await outcome()).toMatchObject({ Status: 'FAILED', Error: { ErrorMessage: 'TIMED_OUT: Callback timed out' } })
    expect(await eventTypes(api, DurableExecutionArn)).toContain('CallbackTimedOut')
  })

  it('waits as long as the execution may take where there is no time-out, or one of 0', async () => {
    const { api, CallbackId, outcome } = await waitForCallback({ TimeoutSeconds: 0, HeartbeatTimeoutSeconds: 0 })
    await api.house.clock.advance(80_000_000)
    await api.call('SendDurableExecutionCallbackSuccess', { CallbackId, Result: Buffer.from('late') })
    expect(await outcome()).toMatchObject({ Status: 'SUCCEEDED', Result: '"late"' })
  })

  it.each(badIds)('refuses %s', async (_, CallbackId, code, status) => {
    expect(await createApi().refusal('SendDurableExecutionCallbackSuccess', { CallbackId })).toMatchObject({ code, status })
  })
})
