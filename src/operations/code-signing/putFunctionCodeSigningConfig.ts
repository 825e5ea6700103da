import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'
import { requireAttachableConfig, requireSignable } from './codeSigningConfig'

/**
 * PutFunctionCodeSigningConfig: gives a function a configuration, in place of the one it had. Its code is checked when it is next
 * deployed, not now.
 * Refuses in this order: a configuration that is not there, an unknown function (recorded), one made of an image.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionCodeSigningConfig.html
 */
export const putFunctionCodeSigningConfig = operation('PutFunctionCodeSigningConfig', (input, { region }) => {
  const { arn } = requireAttachableConfig(region, input.CodeSigningConfigArn)
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  requireSignable(fn.latest.configuration.packageType)
  fn.codeSigningConfigArn = arn
  return { CodeSigningConfigArn: arn, FunctionName: fn.name }
})
