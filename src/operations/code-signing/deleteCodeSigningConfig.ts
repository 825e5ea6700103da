import { ServiceError } from '../../errors/serviceError'
import { operation } from '../operation'
import { functionsWith, requireCodeSigningConfig } from './codeSigningConfig'

/**
 * DeleteCodeSigningConfig: takes a configuration away that no function has.
 * Refuses in this order: one that is not there, one in use (AWS's words are not recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteCodeSigningConfig.html
 */
export const deleteCodeSigningConfig = operation('DeleteCodeSigningConfig', (input, { region }) => {
  const config = requireCodeSigningConfig(region, input.CodeSigningConfigArn)
  if (functionsWith(region, config).length > 0) {
    throw new ServiceError(
      'ResourceConflictException',
      `The Lambda code signing configuration ${config.arn} cannot be deleted because it is in use by one or more functions.`,
    )
  }
  region.codeSigningConfigs.delete(config.arn)
  return {}
})
