import type { CallRecord } from '../journal/callRecord'
import type { Settings } from '../state/settings'
import { noOperation } from '../wire/unknownOperation'

/** Errors that are the test's own, by name: a call may be asked about when no file can be read any more, and `matching` is read late. */
const mistakes = ['UsageError', 'PredicateError']

/**
 * Whether a call is a mistake of the test even if the code under test swallows the answer: a request that is no operation of Lambda,
 * that the double refused to answer, or that a predicate of a rule threw at. Under `strict` also one to a function or function URL that
 * nobody created.
 */
export function isTrouble({ operation, error }: CallRecord, { strict }: Settings): boolean {
  if (error === undefined) return false
  if (operation === undefined ? error === noOperation : mistakes.includes(error.name)) return true
  if (!strict) return false
  return operation === undefined
    ? error.name === 'AccessDeniedException'
    : operation === 'Invoke' && error.name === 'ResourceNotFoundException'
}
