import { beat, requireOpenCallback } from '../../runtime/durable/callback'
import { operation } from '../operation'

/**
 * SendDurableExecutionCallbackHeartbeat: somebody outside is still at it; the heartbeat time-out starts anew.
 * Refuses in this order: an id that is none, an unknown callback, one that is closed or whose time is up.
 * https://docs.aws.amazon.com/lambda/latest/api/API_SendDurableExecutionCallbackHeartbeat.html
 */
export const sendDurableExecutionCallbackHeartbeat = operation('SendDurableExecutionCallbackHeartbeat', (input, context) => {
  beat(requireOpenCallback(context, input.CallbackId), context)
  return {}
})
