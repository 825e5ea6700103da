/** A predicate or matcher that could not decide: it threw, or answered with a promise. Or a pattern that is too deep to be compared. */
export class PredicateError extends Error {
  override readonly name = 'PredicateError'
}

/** By name, as the error may come from another realm or another copy of this package. */
export function isPredicateError(error: unknown): error is PredicateError {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'PredicateError'
}
