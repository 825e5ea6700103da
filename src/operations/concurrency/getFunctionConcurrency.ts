import { requireFunction } from '../functions/function'
import { operation } from '../operation'
import { referToUnqualified } from './referToUnqualified'

/**
 * GetFunctionConcurrency: the reserved concurrency of a function, or an empty answer if it reserves none.
 * Refuses in this order: a version or alias (not recorded), an unknown function.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html
 */
export const getFunctionConcurrency = operation('GetFunctionConcurrency', (input, { region }) => {
  const fn = requireFunction(region, referToUnqualified(region, input.FunctionName))
  return { ReservedConcurrentExecutions: fn.reservedConcurrency }
})
