import { page } from '../../state/page'
import { referTo } from '../functions/function'
import { operation } from '../operation'
import { describeUrl, noSuchFunction } from './functionUrl'

/**
 * ListFunctionUrlConfigs: the URLs of a function, of $LATEST and of its aliases, at most 50 a page.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionUrlConfigs.html
 */
export const listFunctionUrlConfigs = operation('ListFunctionUrlConfigs', (input, { region }) => {
  const fn = region.functions.get(referTo(region, input.FunctionName).name)
  if (fn === undefined) throw noSuchFunction()
  const name = `ListFunctionUrlConfigs ${fn.name}`
  const { items, nextMarker } = page({ name, items: [...fn.urls.values()], most: 50, keyOf: ({ id }) => id }, input)
  return { FunctionUrlConfigs: items.map((url) => describeUrl(region, fn, url)), NextMarker: nextMarker }
})
