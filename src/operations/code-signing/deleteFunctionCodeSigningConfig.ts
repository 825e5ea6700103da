import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'

/**
 * DeleteFunctionCodeSigningConfig: takes the configuration from a function; without one there is nothing to do (recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionCodeSigningConfig.html
 */
export const deleteFunctionCodeSigningConfig = operation('DeleteFunctionCodeSigningConfig', (input, { region }) => {
  requireFunction(region, referTo(region, input.FunctionName)).codeSigningConfigArn = undefined
  return {}
})
