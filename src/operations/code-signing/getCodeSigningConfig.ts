import { operation } from '../operation'
import { describeCodeSigningConfig, requireCodeSigningConfig } from './codeSigningConfig'

/**
 * GetCodeSigningConfig: one configuration.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetCodeSigningConfig.html
 */
export const getCodeSigningConfig = operation('GetCodeSigningConfig', (input, { region }) => ({
  CodeSigningConfig: describeCodeSigningConfig(requireCodeSigningConfig(region, input.CodeSigningConfigArn)),
}))
