import { page } from '../../state/page'
import { referTo } from '../functions/function'
import { operation } from '../operation'
import { describeEventInvokeConfig, noSuchFunction } from './eventInvokeConfig'

/**
 * ListFunctionEventInvokeConfigs: the configurations of all versions and aliases of a function, at most 50 a page.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionEventInvokeConfigs.html
 */
export const listFunctionEventInvokeConfigs = operation('ListFunctionEventInvokeConfigs', (input, { region }) => {
  const fn = region.functions.get(referTo(region, input.FunctionName).name)
  if (fn === undefined) throw noSuchFunction()
  const name = `ListFunctionEventInvokeConfigs ${fn.name}`
  const configs = [...fn.eventInvokeConfigs.values()]
  const { items, nextMarker } = page({ name, items: configs, most: 50, keyOf: ({ qualifier }) => qualifier }, input)
  return {
    FunctionEventInvokeConfigs: items.map((config) => describeEventInvokeConfig(fn, config)),
    NextMarker: nextMarker,
  }
})
