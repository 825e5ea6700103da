import { executionsOf } from '../../runtime/durable/findExecution'
import { passTime } from '../../runtime/durable/passTime'
import { expiringPage } from '../../state/expiringPage'
import { referTo, requireFunction, requireTarget } from '../functions/function'
import { operation } from '../operation'
import { describeInList } from './durableExecution'

/**
 * ListDurableExecutionsByFunction: the executions of all versions of a function, or of one; the newest first, or the oldest with
 * ReverseOrder; 100 a page, up to 1,000 on demand.
 * Refuses in this order: an unknown function, an unknown version or alias, a bad marker.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListDurableExecutionsByFunction.html
 */
export const listDurableExecutionsByFunction = operation('ListDurableExecutionsByFunction', (input, { region, clock }) => {
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  const fn = requireFunction(region, reference)
  const only = reference.qualifier === undefined ? undefined : requireTarget(fn, reference.qualifier).version
  const executions = executionsOf(region, fn, clock.now())
  for (const execution of executions) passTime(execution, clock.now())

  const { DurableExecutionName: name, Statuses: statuses, StartedAfter: after, StartedBefore: before } = input
  const found = executions.filter(
    (execution) =>
      (only === undefined || execution.version === only) &&
      (name === undefined || execution.name === name) &&
      (statuses === undefined || statuses.includes(execution.status)) &&
      (after === undefined || execution.startedAt > after.getTime()) &&
      (before === undefined || execution.startedAt < before.getTime()),
  )
  const list = { name: `ListDurableExecutionsByFunction ${fn.name}`, items: found, reverse: !input.ReverseOrder }
  const { items, nextMarker } = expiringPage(list, input, clock.now())
  return { DurableExecutions: items.map(describeInList), NextMarker: nextMarker }
})
