import { referTo } from '../functions/function'
import { operation } from '../operation'
import { describeEventInvokeConfig, requireEventInvokeConfig } from './eventInvokeConfig'

/**
 * GetFunctionEventInvokeConfig: how asynchronous invocations of a version or alias are treated. Each has its own:
 * a published version does not take over that of $LATEST (recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionEventInvokeConfig.html
 */
export const getFunctionEventInvokeConfig = operation('GetFunctionEventInvokeConfig', (input, { region }) => {
  const [fn, config] = requireEventInvokeConfig(region, referTo(region, input.FunctionName, input.Qualifier))
  return describeEventInvokeConfig(fn, config)
})
