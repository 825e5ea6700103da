import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'
import { noPolicy, policyText, requirePolicyHolder } from '../permissions/policy'

/**
 * GetResourcePolicy: the policy of a function, version or alias by its ARN; the same that GetPolicy shows.
 * Refuses in this order (not recorded): an unknown function, an unknown version or alias, no policy.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetResourcePolicy.html
 */
export const getResourcePolicy = operation('GetResourcePolicy', (input, { region }) => {
  const reference = referTo(region, input.ResourceArn)
  const fn = requireFunction(region, reference)
  const holder = requirePolicyHolder(fn, reference)
  const policy = fn.policies.get(holder.arn)
  if (policy === undefined) throw noPolicy()
  return { Policy: policyText(policy), RevisionId: holder.record.revisionId }
})
