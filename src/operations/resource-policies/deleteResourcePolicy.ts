import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'
import { noPolicy, requirePolicyHolder, requirePolicyRevision } from '../permissions/policy'

/**
 * DeleteResourcePolicy: takes the whole policy away from a function, version or alias.
 * Refuses in this order (not recorded): an unknown function, an unknown version or alias, no policy, an older revision.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteResourcePolicy.html
 */
export const deleteResourcePolicy = operation('DeleteResourcePolicy', (input, { region, ids }) => {
  const reference = referTo(region, input.ResourceArn)
  const fn = requireFunction(region, reference)
  const holder = requirePolicyHolder(fn, reference)
  if (!fn.policies.has(holder.arn)) throw noPolicy()
  requirePolicyRevision(input.RevisionId, holder)
  fn.policies.delete(holder.arn)
  holder.record.revisionId = ids.uuid()
  return {}
})
