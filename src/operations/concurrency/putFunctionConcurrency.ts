import { invalidParameter } from '../../errors/invalidParameter'
import { concurrencyOf, minimumUnreserved, totalProvisioned, unreservedConcurrency } from '../../runtime/concurrency/capacity'
import { functionNotFound, qualified } from '../functions/function'
import { operation } from '../operation'
import { referToUnqualified } from './referToUnqualified'

/**
 * PutFunctionConcurrency: reserves concurrent executions for a function, and holds it to them; 0 stops it altogether.
 * Refuses in this order: a version or alias, an unknown function, less than 100 left for other functions, less than is provisioned.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html
 */
export const putFunctionConcurrency = operation('PutFunctionConcurrency', (input, { region, settings }) => {
  const { name, arn } = referToUnqualified(region, input.FunctionName)
  const fn = region.functions.get(name)
  // Unlike most operations, this one names $LATEST (recorded).
  if (fn === undefined) throw functionNotFound(qualified(arn, '$LATEST'))

  const wanted = input.ReservedConcurrentExecutions
  const minimum = minimumUnreserved(settings.accountConcurrency)
  if (unreservedConcurrency(region, settings.accountConcurrency) + concurrencyOf(fn) - wanted < minimum) {
    throw invalidParameter(
      `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${minimum}].`,
    )
  }
  const provisioned = totalProvisioned(fn)
  if (provisioned > wanted) {
    // The spaces are AWS's own.
    throw invalidParameter(
      ` ReservedConcurrentExecutions  ${wanted} should not be lower than function's total provisioned concurrency [${provisioned}].`,
    )
  }
  fn.reservedConcurrency = wanted
  return { ReservedConcurrentExecutions: wanted }
})
