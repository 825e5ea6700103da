import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'
import {
  policyText,
  requirePolicyHolder,
  requirePolicyRevision,
  requirePolicySize,
  requirePublished,
} from '../permissions/policy'
import { readPolicy } from './policyDocument'

/**
 * PutResourcePolicy: puts a whole policy in the place of the one that a function, version or alias has. It is the policy that
 * AddPermission adds to.
 * Refuses in this order (not recorded): $LATEST, an unknown function, an unknown version or alias, an older revision, a bad policy,
 * one too long.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutResourcePolicy.html
 */
export const putResourcePolicy = operation('PutResourcePolicy', (input, { region, ids }) => {
  const reference = referTo(region, input.ResourceArn)
  requirePublished(reference)
  const fn = requireFunction(region, reference)
  const holder = requirePolicyHolder(fn, reference)
  requirePolicyRevision(input.RevisionId, holder)
  const policy = readPolicy(input.Policy)
  requirePolicySize(policy)
  fn.policies.set(holder.arn, policy)
  holder.record.revisionId = ids.uuid()
  return { Policy: policyText(policy), RevisionId: holder.record.revisionId }
})
