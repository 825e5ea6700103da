import { endExecution } from '../../runtime/durable/endExecution'
import { requireErrorSize } from '../../runtime/durable/requireErrorSize'
import { operation } from '../operation'
import { requireExecution } from './durableExecution'

/**
 * StopDurableExecution: ends a running execution with everything that it has started. One that has ended already stays as it is, and
 * the answer is when that was (not recorded).
 * Refuses in this order: an unknown execution, an error too large.
 * https://docs.aws.amazon.com/lambda/latest/api/API_StopDurableExecution.html
 */
export const stopDurableExecution = operation('StopDurableExecution', (input, context) => {
  const execution = requireExecution(context, input.DurableExecutionArn)
  requireErrorSize(input.Error)
  endExecution(execution, { status: 'STOPPED', error: input.Error }, context.clock.now())
  return { StopTimestamp: new Date(execution.endedAt!) }
})
