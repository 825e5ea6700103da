import { ServiceError } from '../../errors/serviceError'
import type { FunctionRecord } from '../../state/functionRecord'
import type { FunctionUrlRecord } from '../../state/functionUrlRecord'
import type { Caller } from './caller'
import { policyAnswer } from './policyAnswer'

/** What Lambda says to a caller who may not use a function URL (recorded). */
const forbidden =
  'Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'

/**
 * Refuses a caller whom neither the policy nor the account lets in. With AuthType NONE the policy of the function, or of the alias
 * that the URL leads to, has to let everybody in: the console adds that statement, the API does not. With AWS_IAM a request has to
 * be signed, and a caller of another account needs a statement too; what the identities of the own account may do is not asked.
 * The lambda:InvokeFunction statement that AWS wants besides for URLs since October 2025 is not asked for either.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function requireUrlPermission(
  { arn, policies }: FunctionRecord,
  { qualifier, authType }: FunctionUrlRecord,
  caller: Caller | undefined,
  ownerAccount: string,
): void {
  if (authType === 'AWS_IAM' && caller === undefined) throw new ServiceError('AccessDeniedException', forbidden)
  const resource = qualifier === undefined ? arn : `${arn}:${qualifier}`
  const principal = authType === 'AWS_IAM' ? caller : undefined
  const answer = policyAnswer(policies.get(resource), {
    action: 'lambda:InvokeFunctionUrl',
    resource,
    principal,
    context: {
      'lambda:functionurlauthtype': authType,
      ...(principal && { 'aws:principalaccount': principal.accountId, 'aws:principalarn': principal.arn }),
    },
  })
  const isOwn = principal?.accountId === ownerAccount
  if (answer === 'Deny' || (answer !== 'Allow' && !isOwn)) throw new ServiceError('AccessDeniedException', forbidden)
}
