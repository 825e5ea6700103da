import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'

/**
 * GetFunctionRecursionConfig: whether Lambda cuts off endless loops through this function; `Terminate` unless somebody allowed them.
 * Refuses an unknown function.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionRecursionConfig.html
 */
export const getFunctionRecursionConfig = operation('GetFunctionRecursionConfig', (input, { region }) => {
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  return { RecursiveLoop: fn.recursiveLoop ?? 'Terminate' }
})
