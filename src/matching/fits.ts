import { agree, newComparison, type Comparison } from './compare'
import { pathOf, type Difference, type Keys } from './difference'
import { isPredicateError } from './predicateError'

/**
 * Whether a value fits a pattern: the one rule of `lambda.on(...)`, `lambda.calls(...)` and the matchers.
 * Objects may have more members than the pattern names; arrays have the same length and fit element by element; a member given
 * as undefined must be absent; bytes and dates are compared by content; matchers of Jest, Vitest and sinon, regular expressions
 * (for strings) and functions decide in any place.
 *
 * @throws {PredicateError} if a function or matcher of the pattern throws, or answers with a promise; if the pattern is nested too deeply
 * @example fits({ id: 7, items: [{ qty: expect.any(Number) }] }, { id: 7, items: [{ qty: 2, sku: 'a' }], note: '' }) // true
 */
export function fits(pattern: unknown, value: unknown): boolean {
  return compared(pattern, value, newComparison(false))
}

/** As `fits`, but objects have no members that the pattern does not name. */
export function exactly(pattern: unknown, value: unknown): boolean {
  return compared(pattern, value, newComparison(true))
}

/**
 * Every place (100 at most) where a value does not fit a pattern; empty if it does. A function or matcher that throws counts as
 * a refusal, with a note. `at` is put before the paths.
 *
 * @example differences({ items: [{ qty: 2 }] }, { items: [{ qty: 1 }] }) // one, with the path 'items[0].qty'
 */
export function differences(pattern: unknown, value: unknown, at: Keys = [], strict = false): readonly Difference[] {
  const found: Difference[] = []
  if (compared(pattern, value, newComparison(strict, found, at)) || found.length > 0) return found
  return [{ path: pathOf(at), keys: at, expected: pattern, actual: value, kind: 'type', note: 'cannot be read' }]
}

/** A value that cannot be read (a revoked proxy, a getter that throws) fits nothing. */
function compared(pattern: unknown, value: unknown, comparison: Comparison): boolean {
  try {
    return agree(pattern, value, comparison)
  } catch (error) {
    if (isPredicateError(error)) throw error
    return false
  }
}
