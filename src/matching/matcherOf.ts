import { kindOf } from './kindOf'

/** Something in a pattern that decides by itself whether a value fits. */
export interface Matcher {
  /** As a reader knows it: `Any<String>`, `typeOf("number")`, `/^ord/`, `the predicate isPaid`. */
  readonly name: string
  /** What a matcher such as `expect.objectContaining({...})` was made with. */
  readonly sample?: unknown
  readonly accepts: (value: unknown) => unknown
}

type Loose = Readonly<Record<string, unknown>>

/**
 * The matcher that a pattern is: one of Jest's or Vitest's (`expect.any(String)`), one of sinon's (`sinon.match.string`), a
 * regular expression, or a function that decides. Undefined if the pattern is a value to compare with.
 */
export function matcherOf(pattern: unknown): Matcher | undefined {
  if (typeof pattern === 'function') {
    return {
      name: pattern.name ? `the predicate ${pattern.name}` : 'the predicate',
      accepts: (value) => (pattern as (value: unknown) => unknown)(value),
    }
  }
  if (typeof pattern !== 'object' || pattern === null) return undefined
  if (kindOf(pattern) === 'regexp')
    return { name: String(pattern), accepts: (value) => regularExpressionAccepts(pattern as RegExp, value) }
  const loose = pattern as Loose
  if (typeof loose.asymmetricMatch === 'function') return runnersMatcher(loose)
  if (isSinonMatcher(loose)) return { name: loose.message, accepts: (value) => loose.test(value) }
  return undefined
}

/** Not `test`, which would move the `lastIndex` of a global expression from call to call. */
function regularExpressionAccepts(pattern: RegExp, value: unknown): boolean {
  if (typeof value === 'string') return value.search(pattern) !== -1
  return kindOf(value) === 'regexp' && String(value) === String(pattern)
}

function runnersMatcher(matcher: Loose): Matcher {
  const accepts = (value: unknown) => (matcher as { asymmetricMatch(value: unknown): unknown }).asymmetricMatch(value)
  if (typeof matcher.toAsymmetricMatcher === 'function') return { name: String(matcher.toAsymmetricMatcher()), accepts }
  const text = String(matcher)
  const name = text.startsWith('[object') ? 'an asymmetric matcher' : text
  return 'sample' in matcher ? { name, sample: matcher.sample, accepts } : { name, accepts }
}

interface SinonMatcher {
  readonly message: string
  test(value: unknown): unknown
}

/** Every matcher of sinon's has `test` and a message, and inherits `and` and `or` from a prototype of its own. */
function isSinonMatcher(value: object): value is SinonMatcher {
  const { test, message, and, or } = value as Loose
  return typeof test === 'function' && typeof message === 'string' && typeof and === 'function' && typeof or === 'function'
}
