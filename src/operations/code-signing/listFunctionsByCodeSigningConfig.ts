import { page } from '../../state/page'
import { operation } from '../operation'
import { functionsWith, requireCodeSigningConfig } from './codeSigningConfig'

/**
 * ListFunctionsByCodeSigningConfig: the ARNs of the functions that have a configuration, at most 10,000 a page.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionsByCodeSigningConfig.html
 */
export const listFunctionsByCodeSigningConfig = operation('ListFunctionsByCodeSigningConfig', (input, { region }) => {
  const config = requireCodeSigningConfig(region, input.CodeSigningConfigArn)
  const name = `ListFunctionsByCodeSigningConfig ${config.id}`
  const functions = functionsWith(region, config)
  const { items, nextMarker } = page({ name, items: functions, most: 10_000, keyOf: (fn) => fn.name }, input)
  return { NextMarker: nextMarker, FunctionArns: items.map((fn) => fn.arn) }
})
