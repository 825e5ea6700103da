import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { AddLayerVersionPermissionRequest } from '../../model/api'
import { partitionOf } from '../../state/arns'
import { operation } from '../operation'
import { policyDocument, requirePolicyHolder, requirePolicyRevision } from './layer'

const policyLimit = 20_480

/**
 * AddLayerVersionPermission: lets another account, everybody, or everybody in an organization use a layer version.
 * Refuses in this order: a version that is not there, an organization beside a single account, a statement id in use, an older
 * revision, a policy too long.
 * https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html
 */
export const addLayerVersionPermission = operation('AddLayerVersionPermission', (input, { region, ids }) => {
  const version = requirePolicyHolder(region, input.LayerName, input.VersionNumber)
  requireOrganizationOfAll(input)
  const { StatementId: sid } = input
  const statements = new Map(version.policy?.statements)
  if (statements.has(sid)) {
    throw new ServiceError(
      'ResourceConflictException',
      `The statement id (${sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    )
  }
  requirePolicyRevision(input.RevisionId, version)
  const statement = newStatement(input, version.arn, partitionOf(region.region))
  statements.set(sid, statement)
  const size = policyDocument(statements.values()).length
  if (size > policyLimit) {
    throw new ServiceError(
      'PolicyLengthExceededException',
      `The final policy size (${size}) is bigger than the limit (${policyLimit}).`,
    )
  }
  version.policy = { statements, revisionId: ids.uuid() }
  return { Statement: JSON.stringify(statement), RevisionId: version.policy.revisionId }
})

/** The API page: an organization goes with the principal *. AWS's words are not recorded. */
function requireOrganizationOfAll({ OrganizationId, Principal }: AddLayerVersionPermissionRequest): void {
  if (OrganizationId === undefined || Principal === '*') return
  throw invalidParameter('OrganizationId can only be specified when the principal is *.')
}

/** An account is written as its root user, everybody as a bare star. */
function newStatement(
  { StatementId, Action, Principal, OrganizationId }: AddLayerVersionPermissionRequest,
  resource: string,
  partition: string,
): Readonly<Record<string, unknown>> {
  const account = /^\d{12}$/.test(Principal) ? `arn:${partition}:iam::${Principal}:root` : Principal
  return {
    Sid: StatementId,
    Effect: 'Allow',
    Principal: Principal === '*' ? '*' : { AWS: account },
    Action,
    Resource: resource,
    ...(OrganizationId !== undefined && { Condition: { StringEquals: { 'aws:PrincipalOrgID': OrganizationId } } }),
  }
}
