import { page } from '../../state/page'
import { operation } from '../operation'
import { functionsWith, requireCodeSigningConfig } from './codeSigningConfig'

/**
 * ListFunctionsByCodeSigningConfig: the ARNs of the functions that have a configuration, at most 10,000 a page.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionsByCodeSigningConfig.html
 */
export const listFunctionsByCodeSigningConfig = operation('ListFunctionsByCodeSigningConfig', (input, { region }) => {
  const config = requireCodeSigningConfig(region, input.CodeSigningConfigArn)
  const list = { name: `ListFunctionsByCodeSigningConfig ${config.id}`, items: functionsWith(region, config), most: 10_000 }
  const { items, nextMarker } = page(list, input)
  return { NextMarker: nextMarker, FunctionArns: items.map((fn) => fn.arn) }
})
