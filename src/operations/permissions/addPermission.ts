import { ServiceError } from '../../errors/serviceError'
import type { PolicyRecord } from '../../state/policyRecord'
import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'
import { requirePolicyHolder, requirePolicyRevision, requirePolicySize, requirePublished } from './policy'
import { newStatement } from './statement'

/**
 * AddPermission: adds one statement to the policy of a function, version or alias, and gives it a new revision.
 * Refuses in this order: $LATEST, an unknown function, an unknown version or alias, an older revision, a statement id that is taken,
 * a bad principal, a policy too long.
 * https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export const addPermission = operation('AddPermission', (input, { region, ids }) => {
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  requirePublished(reference)
  // An unknown function is named without the qualifier (not recorded for one that was given).
  const fn = requireFunction(region, { ...reference, qualifier: undefined })
  const holder = requirePolicyHolder(fn, reference)
  requirePolicyRevision(input.RevisionId, holder)
  const old: PolicyRecord = fn.policies.get(holder.arn) ?? { version: '2012-10-17', id: 'default', statements: [] }
  if (old.statements.some((statement) => statement.Sid === input.StatementId)) throw statementTaken(input.StatementId)

  const statement = newStatement(input, holder.arn)
  const policy: PolicyRecord = { ...old, statements: [...old.statements, statement] }
  requirePolicySize(policy)
  fn.policies.set(holder.arn, policy)
  holder.record.revisionId = ids.uuid()
  return { Statement: JSON.stringify(statement) }
})

function statementTaken(id: string): ServiceError {
  return new ServiceError(
    'ResourceConflictException',
    `The statement id (${id}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
  )
}
