import type { OperationName } from '../model/api'
import type { CallEntry } from './callEntry'

/** One `send` of a client: all attempts that the SDK's retry loop made of it. */
export interface LogicalCall {
  readonly operation: OperationName
  /** The first attempt; the input is the same in all of them. */
  readonly first: CallEntry
  /** The attempt whose answer the caller got. */
  readonly last: CallEntry
  readonly attempts: number
}

/**
 * Entries of a journal as calls, in the order in which they began. Attempts belong together by the SDK's invocation id (header
 * amz-sdk-invocation-id); a request without one, such as a plain HTTP request, is a call of its own. Requests that are no
 * operation of Lambda are left out.
 */
export function logicalCalls(entries: readonly CallEntry[]): LogicalCall[] {
  const calls = new Map<string | CallEntry, LogicalCall>()
  for (const entry of entries) {
    if (entry.operation === undefined) continue
    const id = entry.invocationId ?? entry
    const begun = calls.get(id)
    calls.set(id, { operation: entry.operation, first: begun?.first ?? entry, last: entry, attempts: (begun?.attempts ?? 0) + 1 })
  }
  return [...calls.values()]
}

/** Whether a call asks for a run of a function, in any of the three ways that Lambda has. A dry run only asks whether it may. */
export function isInvocation({ operation, first }: LogicalCall): boolean {
  if (operation === 'InvokeAsync') return true
  return (operation === 'Invoke' || operation === 'InvokeWithResponseStream') && first.input.InvocationType !== 'DryRun'
}
