import { answerCallback, requireOpenCallback } from '../../runtime/durable/callback'
import { requireErrorSize } from '../../runtime/durable/requireErrorSize'
import { operation } from '../operation'

/**
 * SendDurableExecutionCallbackFailure: somebody outside cannot do what an execution waits for; the handler is told why.
 * Refuses in this order: an error too large, an id that is none, an unknown callback, one that is closed or whose time is up.
 * https://docs.aws.amazon.com/lambda/latest/api/API_SendDurableExecutionCallbackFailure.html
 */
export const sendDurableExecutionCallbackFailure = operation('SendDurableExecutionCallbackFailure', (input, context) => {
  requireErrorSize(input.Error)
  answerCallback(requireOpenCallback(context, input.CallbackId), { status: 'FAILED', error: input.Error ?? {} }, context)
  return {}
})
