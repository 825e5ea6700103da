import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { AliasRecord, FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { PolicyRecord } from '../../state/policyRecord'
import { qualifierNotFound } from '../aliases/alias'
import { qualified, type FunctionReference } from '../functions/function'

/** What a policy protects: a function as a whole, a published version or an alias. Each has a policy of its own. */
export interface PolicyHolder {
  readonly arn: string
  /** Its revision id is the policy's too: both change together. */
  readonly record: VersionRecord | AliasRecord
}

/** The function, or the version or alias that was named. */
export function requirePolicyHolder(fn: FunctionRecord, { qualifier }: FunctionReference): PolicyHolder {
  if (qualifier === undefined) return { arn: fn.arn, record: fn.latest }
  const record = qualifier === '$LATEST' ? fn.latest : (fn.aliases.get(qualifier) ?? fn.versions.get(qualifier))
  if (record === undefined) throw qualifierNotFound(fn.arn, qualifier)
  return { arn: qualified(fn.arn, qualifier), record }
}

/** Policies are for what is published, or for the function as a whole (recorded). */
export function requirePublished({ qualifier }: FunctionReference): void {
  if (qualifier === '$LATEST') throw invalidParameter('We currently do not support adding policies for $LATEST.')
}

/** Refuses a change that was made from an older policy; worded unlike that of a function or alias (recorded). */
export function requirePolicyRevision(revisionId: string | undefined, { record }: PolicyHolder): void {
  if (revisionId === undefined || revisionId === record.revisionId) return
  throw new ServiceError(
    'PreconditionFailedException',
    'The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id',
  )
}

/** Refuses a policy of more than 20 KB. */
export function requirePolicySize(policy: PolicyRecord): void {
  const [size, limit] = [Buffer.byteLength(policyText(policy)), 20_480]
  if (size <= limit) return
  throw new ServiceError('PolicyLengthExceededException', `The final policy size (${size}) is bigger than the limit (${limit}).`)
}

/** What is answered for a resource that has no policy, and for one that does not exist: AWS does not say which (recorded). */
export function noPolicy(): ServiceError {
  return new ServiceError('ResourceNotFoundException', 'The resource you requested does not exist.')
}

/** A policy as the API shows it: a JSON text. */
export function policyText({ version, id, statements }: PolicyRecord): string {
  return JSON.stringify({ Version: version, Id: id, Statement: statements })
}
