import { requireCheckpointToken } from '../../runtime/durable/checkpointToken'
import { findExecution } from '../../runtime/durable/findExecution'
import { statePage } from '../../runtime/durable/statePage'
import { operation } from '../operation'

/**
 * GetDurableExecutionState: the operations that a running handler needs to replay, in the order of their start; 100 a page, up to
 * 1,000 on demand. It is for the handler alone: nobody else has the token, which it does not use up.
 * Refuses in this order: a token that is not the current one, of an unknown execution too; a bad marker.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetDurableExecutionState.html
 */
export const getDurableExecutionState = operation('GetDurableExecutionState', (input, { region, clock }) => {
  const execution = findExecution(region, input.DurableExecutionArn, clock.now())
  requireCheckpointToken(execution, input.CheckpointToken)
  return statePage(execution, input, clock.now())
})
