import { checkpoint } from '../../runtime/durable/checkpoint'
import { findExecution } from '../../runtime/durable/findExecution'
import { chainedInvocation } from '../invocation/durableInvocation'
import { operation } from '../operation'

/**
 * CheckpointDurableExecution: a running handler saves what it has done, and asks for what it wants to wait for.
 * Refuses in this order: a token that is not the current one, of an unknown execution too; updates against the rules.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CheckpointDurableExecution.html
 */
export const checkpointDurableExecution = operation('CheckpointDurableExecution', (input, context) => {
  const execution = findExecution(context.region, input.DurableExecutionArn, context.clock.now())
  return checkpoint(execution, input, chainedInvocation(context), context)
})
