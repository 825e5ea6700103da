import { partitionOf } from '../../state/arns'
import type { WebRequest } from './webMessages'

/** Who signed a request. */
export interface Caller {
  readonly accessKey: string
  readonly accountId: string
  readonly arn: string
}

/**
 * What a signature says of the caller, in the header or, presigned, in the query; undefined for a request without one. The
 * signature itself is not checked. An access key of twelve digits is taken for the account, as the Lambda API's endpoint does;
 * any other belongs to the account of the double. Whose key it is nobody can know: the caller is the account's root.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export function callerOf({ headers, query }: WebRequest, ownAccount: string, region: string): Caller | undefined {
  const signed = /^AWS4-[A-Z0-9-]+\s+(?:.*[\s,])?Credential=([^,\s]+)/.exec(headers.authorization ?? '')?.[1]
  const credential = signed ?? new URLSearchParams(query).get('X-Amz-Credential')
  const accessKey = credential?.split('/')[0]
  if (!accessKey) return undefined
  const accountId = /^\d{12}$/.test(accessKey) ? accessKey : ownAccount
  return { accessKey, accountId, arn: `arn:${partitionOf(region)}:iam::${accountId}:root` }
}
