import { ServiceError } from '../../errors/serviceError'
import { operation } from '../operation'
import { requirePolicy, requirePolicyHolder, requirePolicyRevision } from './layer'

/**
 * RemoveLayerVersionPermission: takes one statement out; with the last one the policy is gone.
 * Refuses in this order: a version that is not there, one without a policy, an older revision, a statement that is not there.
 * https://docs.aws.amazon.com/lambda/latest/api/API_RemoveLayerVersionPermission.html
 */
export const removeLayerVersionPermission = operation('RemoveLayerVersionPermission', (input, { region, ids }) => {
  const version = requirePolicyHolder(region, input.LayerName, input.VersionNumber)
  const statements = new Map(requirePolicy(version).statements)
  requirePolicyRevision(input.RevisionId, version)
  if (!statements.delete(input.StatementId)) {
    throw new ServiceError('ResourceNotFoundException', `Statement ${input.StatementId} is not found in resource policy.`)
  }
  version.policy = statements.size === 0 ? undefined : { statements, revisionId: ids.uuid() }
  return {}
})
