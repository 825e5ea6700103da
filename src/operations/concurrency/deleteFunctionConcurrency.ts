import { requireFunction } from '../functions/function'
import { operation } from '../operation'
import { referToUnqualified } from './referToUnqualified'

/**
 * DeleteFunctionConcurrency: the function shares the account's unreserved concurrency again; none reserved is no error.
 * Refuses in this order: a version or alias (not recorded), an unknown function.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html
 */
export const deleteFunctionConcurrency = operation('DeleteFunctionConcurrency', (input, { region }) => {
  const fn = requireFunction(region, referToUnqualified(region, input.FunctionName))
  fn.reservedConcurrency = undefined
  return {}
})
