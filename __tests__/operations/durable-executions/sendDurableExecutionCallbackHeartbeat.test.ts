import { createApi } from '../../support/api'
import { badIds, closed, waitForCallback } from './callbacks'

describe('SendDurableExecutionCallbackHeartbeat', () => {
  it('gives the callback its whole heartbeat time-out again', async () => {
    const { api, CallbackId, outcome } = await waitForCallback({ HeartbeatTimeoutSeconds: 60 })
    for (let beat = 0; beat < 5; beat++) {
      await api.house.clock.advance(59_000)
      expect(await api.call('SendDurableExecutionCallbackHeartbeat', { CallbackId })).toEqual({})
    }
    expect((await outcome()).Status).toBe('RUNNING')
    await api.house.clock.advance(60_000)
    expect(await outcome()).toMatchObject({
      Status: 'FAILED',
      Error: { ErrorMessage: 'TIMED_OUT: Callback timed out on heartbeat' },
    })
  })

  it('does not lengthen the time-out of the callback itself', async () => {
    const { api, CallbackId, outcome } = await waitForCallback({ TimeoutSeconds: 100, HeartbeatTimeoutSeconds: 60 })
    await api.house.clock.advance(50_000)
    await api.call('SendDurableExecutionCallbackHeartbeat', { CallbackId })
    await api.house.clock.advance(50_000)
    expect(await outcome()).toMatchObject({ Status: 'FAILED', Error: { ErrorMessage: 'TIMED_OUT: Callback timed out' } })
  })

  it('changes nothing for a callback without heartbeats', async () => {
    const { api, CallbackId, outcome } = await waitForCallback()
    expect(await api.call('SendDurableExecutionCallbackHeartbeat', { CallbackId })).toEqual({})
    expect((await outcome()).Status).toBe('RUNNING')
  })

  it('refuses a callback that is closed', async () => {
    const { api, CallbackId } = await waitForCallback({ HeartbeatTimeoutSeconds: 60 })
    await api.house.clock.advance(60_000)
    expect(await api.refusal('SendDurableExecutionCallbackHeartbeat', { CallbackId })).toEqual(closed)
  })

  it.each(badIds)('refuses %s', async (_, CallbackId, code, status) => {
    expect(await createApi().refusal('SendDurableExecutionCallbackHeartbeat', { CallbackId })).toMatchObject({ code, status })
  })
})
