import { endExecution } from '../../runtime/durable/endExecution'
import { operation } from '../operation'
import { requireExecution } from './durableExecution'

/**
 * StopDurableExecution: ends a running execution with everything that it has started. One that has ended already stays as it is, and
 * the answer is when that was (not recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_StopDurableExecution.html
 */
export const stopDurableExecution = operation('StopDurableExecution', (input, context) => {
  const execution = requireExecution(context, input.DurableExecutionArn)
  endExecution(execution, { status: 'STOPPED', error: input.Error }, context.clock.now())
  return { StopTimestamp: new Date(execution.endedAt!) }
})
