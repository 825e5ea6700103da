import { referTo } from '../functions/function'
import { operation } from '../operation'
import { describeUrl, requireUrl } from './functionUrl'

/**
 * GetFunctionUrlConfig: the HTTP address of $LATEST or of an alias.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html
 */
export const getFunctionUrlConfig = operation('GetFunctionUrlConfig', (input, { region }) => {
  const [fn, url] = requireUrl(region, referTo(region, input.FunctionName, input.Qualifier))
  return describeUrl(region, fn, url)
})
