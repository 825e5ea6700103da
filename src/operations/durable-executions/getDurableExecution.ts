import { operation } from '../operation'
import { describeExecution, requireExecution } from './durableExecution'

/**
 * GetDurableExecution: how far an execution has come, with its event and its result unless they are not wanted.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetDurableExecution.html
 */
export const getDurableExecution = operation('GetDurableExecution', (input, context) =>
  describeExecution(requireExecution(context, input.DurableExecutionArn), input.IncludeExecutionData ?? true),
)
