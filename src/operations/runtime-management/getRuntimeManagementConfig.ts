import { operation } from '../operation'
import { requireManagedVersion } from './runtimeManagement'

/**
 * GetRuntimeManagementConfig: when a version takes over newer patches of its runtime; `Auto` unless somebody chose. The runtime
 * version shows only if it is chosen by hand.
 * Refuses in this order: an unknown function, an unknown version, an alias.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetRuntimeManagementConfig.html
 */
export const getRuntimeManagementConfig = operation('GetRuntimeManagementConfig', (input, { region }) => {
  const { version, arn } = requireManagedVersion(region, input.FunctionName, input.Qualifier)
  const { updateOn = 'Auto', runtimeVersionArn } = version.runtimeManagement ?? {}
  return { UpdateRuntimeOn: updateOn, FunctionArn: arn, RuntimeVersionArn: runtimeVersionArn }
})
