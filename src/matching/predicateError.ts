/** A predicate or matcher in a pattern that could not decide: it threw, or answered with a promise. */
export class PredicateError extends Error {
  override readonly name = 'PredicateError'
}

/** By name, as the error may come from another realm or another copy of this package. */
export function isPredicateError(error: unknown): error is PredicateError {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'PredicateError'
}
