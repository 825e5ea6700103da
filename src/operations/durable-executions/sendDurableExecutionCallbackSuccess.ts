import { answerCallback, requireOpenCallback } from '../../runtime/durable/callback'
import { operation } from '../operation'

/**
 * SendDurableExecutionCallbackSuccess: somebody outside has done what an execution waits for; the handler goes on with the result.
 * Refuses in this order: an id that is none, an unknown callback, one that is closed or whose time is up.
 * https://docs.aws.amazon.com/lambda/latest/api/API_SendDurableExecutionCallbackSuccess.html
 */
export const sendDurableExecutionCallbackSuccess = operation('SendDurableExecutionCallbackSuccess', (input, context) => {
  const open = requireOpenCallback(context, input.CallbackId)
  const result = input.Result?.byteLength ? Buffer.from(input.Result).toString() : undefined
  answerCallback(open, { status: 'SUCCEEDED', result }, context)
  return {}
})
