import { describeEvent } from '../../runtime/durable/history'
import { expiringPage } from '../../state/expiringPage'
import { operation } from '../operation'
import { requireExecution } from './durableExecution'

/**
 * GetDurableExecutionHistory: everything that has happened to an execution, oldest first, or newest first on demand; 100 events a
 * page, up to 1,000 on demand. What went into operations and came out of them shows unless it is not wanted.
 * Refuses in this order: an unknown execution, a bad marker.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetDurableExecutionHistory.html
 */
export const getDurableExecutionHistory = operation('GetDurableExecutionHistory', (input, context) => {
  const { arn, history } = requireExecution(context, input.DurableExecutionArn)
  const list = { name: `GetDurableExecutionHistory ${arn}`, items: history, reverse: input.ReverseOrder }
  const { items, nextMarker } = expiringPage(list, input, context.clock.now())
  return { Events: items.map((event) => describeEvent(event, input.IncludeExecutionData ?? true)), NextMarker: nextMarker }
})
