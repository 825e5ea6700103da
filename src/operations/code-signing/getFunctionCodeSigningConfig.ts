import type { GetFunctionCodeSigningConfigResponse } from '../../model/api'
import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'

/**
 * GetFunctionCodeSigningConfig: which configuration a function has. Without one the answer is empty, although the model says that
 * both members are always there (recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionCodeSigningConfig.html
 */
export const getFunctionCodeSigningConfig = operation('GetFunctionCodeSigningConfig', (input, { region }) => {
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  if (fn.codeSigningConfigArn === undefined) return {} as GetFunctionCodeSigningConfigResponse
  return { CodeSigningConfigArn: fn.codeSigningConfigArn, FunctionName: fn.name }
})
