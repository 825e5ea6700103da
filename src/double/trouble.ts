import type { CallRecord } from '../journal/callRecord'
import type { Settings } from '../state/settings'

/**
 * Whether a call is a mistake of the test even if the code under test swallows the answer: a request that is no operation of Lambda,
 * or that the double refused to answer. Under `strict` also one to a function or function URL that nobody created.
 */
export function isTrouble({ operation, error }: CallRecord, { strict }: Settings): boolean {
  if (error === undefined) return false
  if (error.name === (operation === undefined ? 'UnknownOperationException' : 'UsageError')) return true
  if (!strict) return false
  return operation === undefined
    ? error.name === 'AccessDeniedException'
    : operation === 'Invoke' && error.name === 'ResourceNotFoundException'
}
