import { invalidParameter } from '../../errors/invalidParameter'
import { operation } from '../operation'
import { requireManagedVersion } from './runtimeManagement'

/**
 * PutRuntimeManagementConfig: takes over newer patches of the runtime at once, with the next update of the function, or never.
 * Refuses in this order: a runtime version that is missing or not asked for, an unknown function, an unknown version, an alias.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutRuntimeManagementConfig.html
 */
export const putRuntimeManagementConfig = operation('PutRuntimeManagementConfig', (input, { region, ids }) => {
  const { UpdateRuntimeOn: updateOn, RuntimeVersionArn: runtimeVersionArn } = input
  // Not recorded: how AWS words these two.
  if (updateOn === 'Manual' && runtimeVersionArn === undefined) {
    throw invalidParameter('RuntimeVersionArn is required when UpdateRuntimeOn is Manual.')
  }
  if (updateOn !== 'Manual' && runtimeVersionArn !== undefined) {
    throw invalidParameter(`RuntimeVersionArn is only supported when UpdateRuntimeOn is Manual, not ${updateOn}.`)
  }
  const { version, arn } = requireManagedVersion(region, input.FunctionName, input.Qualifier)
  version.runtimeManagement = { updateOn, runtimeVersionArn }
  version.revisionId = ids.uuid()
  return { UpdateRuntimeOn: updateOn, FunctionArn: arn, RuntimeVersionArn: runtimeVersionArn }
})
