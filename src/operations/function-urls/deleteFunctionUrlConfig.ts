import { referTo } from '../functions/function'
import { operation } from '../operation'
import { requireUrl } from './functionUrl'

/**
 * DeleteFunctionUrlConfig: takes the HTTP address of $LATEST or of an alias away; a new one gets another address.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionUrlConfig.html
 */
export const deleteFunctionUrlConfig = operation('DeleteFunctionUrlConfig', (input, { region }) => {
  const [fn, { qualifier }] = requireUrl(region, referTo(region, input.FunctionName, input.Qualifier))
  fn.urls.delete(qualifier ?? '$LATEST')
  return {}
})
