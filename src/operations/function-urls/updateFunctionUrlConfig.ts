import { referTo } from '../functions/function'
import { operation } from '../operation'
import { describeUrl, requireUrl, requireUrlOwner } from './functionUrl'

/**
 * UpdateFunctionUrlConfig: changes a URL's settings; members left out stay, the address always does. An empty Cors ends it.
 * Refuses in this order: an unknown function or alias, no URL.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionUrlConfig.html
 */
export const updateFunctionUrlConfig = operation('UpdateFunctionUrlConfig', (input, { region, clock }) => {
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  requireUrlOwner(region, reference)
  const [fn, url] = requireUrl(region, reference)
  url.authType = input.AuthType ?? url.authType
  url.invokeMode = input.InvokeMode ?? url.invokeMode
  if (input.Cors !== undefined) url.cors = Object.keys(input.Cors).length === 0 ? undefined : input.Cors
  url.lastModified = clock.now()
  return describeUrl(region, fn, url)
})
