import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'

/**
 * PutFunctionRecursionConfig: lets a function call itself endlessly, or has Lambda cut that off again.
 * Refuses an unknown function.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionRecursionConfig.html
 */
export const putFunctionRecursionConfig = operation('PutFunctionRecursionConfig', (input, { region }) => {
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  fn.recursiveLoop = input.RecursiveLoop
  return { RecursiveLoop: input.RecursiveLoop }
})
