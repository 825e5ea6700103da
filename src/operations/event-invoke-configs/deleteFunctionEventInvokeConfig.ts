import { referTo } from '../functions/function'
import { operation } from '../operation'
import { requireEventInvokeConfig } from './eventInvokeConfig'

/**
 * DeleteFunctionEventInvokeConfig: asynchronous invocations of a version or alias are treated by AWS's defaults again.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionEventInvokeConfig.html
 */
export const deleteFunctionEventInvokeConfig = operation('DeleteFunctionEventInvokeConfig', (input, { region }) => {
  const [fn, { qualifier }] = requireEventInvokeConfig(region, referTo(region, input.FunctionName, input.Qualifier))
  fn.eventInvokeConfigs.delete(qualifier)
  return {}
})
