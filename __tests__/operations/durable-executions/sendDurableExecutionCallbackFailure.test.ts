import { createApi } from '../../support/api'
import { badIds, closed, waitForCallback } from './callbacks'

describe('SendDurableExecutionCallbackFailure', () => {
  it('tells the handler why', async () => {
    const { api, CallbackId, DurableExecutionArn, outcome } = await waitForCallback()
    const Error = { ErrorType: 'Denied', ErrorMessage: 'too expensive', ErrorData: '{"limit":10}', StackTrace: ['at approve'] }
    expect(await api.call('SendDurableExecutionCallbackFailure', { CallbackId, Error })).toEqual({})
    expect(await outcome()).toMatchObject({ Status: 'FAILED', Error: { ErrorMessage: 'FAILED: too expensive' } })
    const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn })
    expect(Events.find((event) => event.EventType === 'CallbackFailed')).toMatchObject({
      Id: 'op-1',
      CallbackFailedDetails: { Error: { Payload: Error } },
    })
  })

  it('may come without a reason', async () => {
    const { api, CallbackId, outcome } = await waitForCallback()
    await api.call('SendDurableExecutionCallbackFailure', { CallbackId })
    expect(await outcome()).toMatchObject({ Status: 'FAILED', Error: { ErrorMessage: 'FAILED: undefined' } })
  })

  it('refuses a callback that is closed', async () => {
    const { api, CallbackId } = await waitForCallback()
    await api.call('SendDurableExecutionCallbackSuccess', { CallbackId })
    expect(await api.refusal('SendDurableExecutionCallbackFailure', { CallbackId })).toEqual(closed)
  })

  it('refuses an error of more than 1 MB (documented, the text is not recorded)', async () => {
    const { api, CallbackId } = await waitForCallback()
    expect(
      await api.refusal('SendDurableExecutionCallbackFailure', { CallbackId, Error: { ErrorData: 'x'.repeat(1_048_576) } }),
    ).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Error object size must be less than 1048576 bytes.',
    })
  })

  it.each(badIds)('refuses %s', async (_, CallbackId, code, status) => {
    expect(await createApi().refusal('SendDurableExecutionCallbackFailure', { CallbackId })).toMatchObject({ code, status })
  })
})
