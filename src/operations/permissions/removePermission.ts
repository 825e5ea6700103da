import { ServiceError } from '../../errors/serviceError'
import { referTo } from '../functions/function'
import { operation } from '../operation'
import { requirePolicyHolder, requirePolicyRevision } from './policy'

/**
 * RemovePermission: takes one statement out of a policy; with the last one the policy is gone.
 * Refuses in this order: an unknown function, an unknown version or alias, no policy, an unknown statement, an older revision.
 * https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html
 */
export const removePermission = operation('RemovePermission', (input, { region, ids }) => {
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  const fn = region.functions.get(reference.name)
  if (fn === undefined) throw notFound(`No policy found for: ${reference.arn}`)
  const holder = requirePolicyHolder(fn, reference)
  const policy = fn.policies.get(holder.arn)
  if (policy === undefined) throw notFound('No policy is associated with the given resource.')
  const kept = policy.statements.filter((statement) => statement.Sid !== input.StatementId)
  if (kept.length === policy.statements.length) {
    throw notFound(`Statement ${input.StatementId} is not found in resource policy.`)
  }
  requirePolicyRevision(input.RevisionId, holder)

  if (kept.length === 0) fn.policies.delete(holder.arn)
  else fn.policies.set(holder.arn, { ...policy, statements: kept })
  holder.record.revisionId = ids.uuid()
  return {}
})

function notFound(message: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', message)
}
