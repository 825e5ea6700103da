import type { InvocationRequest } from '../../runtime/invocation'
import { routedVersion } from '../../runtime/routedVersion'
import { functionNotFound, qualified, referTo } from '../functions/function'
import type { OperationContext } from '../operation'
import { clientContext } from './clientContext'
import { requireInvocable } from './requireInvocable'
import { requireTenant } from './requireTenant'

/** What the operations that invoke a function have in common. */
export interface InvocationInput {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
  readonly Payload?: Uint8Array | undefined
  readonly ClientContext?: string | undefined
  readonly TenantId?: string | undefined
}

/**
 * Finds the version that an invocation is to run.
 * Refuses in this order: an unknown function, a bad client context, a tenant where there is none or none where there is one, a
 * state in which it cannot run.
 */
export function newInvocationRequest(
  input: InvocationInput,
  type: InvocationRequest['type'],
  { region, requestId, traceHeader, ids }: OperationContext,
): InvocationRequest {
  const { name, arn, qualifier } = referTo(region, input.FunctionName, input.Qualifier)
  const fn = region.functions.get(name)
  // Unlike other operations, Invoke names $LATEST when the caller named no version (recorded).
  if (fn === undefined) throw functionNotFound(qualified(arn, qualifier ?? '$LATEST'))
  const version = routedVersion(fn, qualifier, ids.random)
  if (version === undefined) throw functionNotFound(qualified(fn.arn, qualifier))
  const custom = clientContext(input.ClientContext)
  requireTenant(version, input.TenantId)
  requireInvocable(version)
  return {
    region,
    fn,
    version,
    qualifier,
    payload: input.Payload ?? new Uint8Array(),
    requestId,
    type,
    attempt: 1,
    clientContext: custom,
    traceHeader,
    tenantId: input.TenantId,
  }
}
