import type { AssertionView } from './assertionView'
import type { LambdaMatchers } from './lambdaMatchers'
import { matcherNames, matcherTable, type MatcherName } from './matcherTable'
import { verdict } from './verdict'

/** `toHaveInvoked` is `invoked`, `toHaveBeenThrottled` is `throttled`, `toHonour` is `honours`. */
export type PlainName<Name extends string> = Name extends `toHaveBeen${infer Rest}`
  ? Uncapitalize<Rest>
  : Name extends `toHave${infer Rest}`
    ? Uncapitalize<Rest>
    : Name extends 'toHonour'
      ? 'honours'
      : never

type PlainMatchers = { readonly [Name in MatcherName as PlainName<Name>]: LambdaMatchers<void>[Name] }

/**
 * The matchers as plain functions that throw, for any runner: `lambda.assert.invoked('orders', { id: 7 })`,
 * `lambda.assert.not.throttled()`. The error is an AssertionError with the text that the matcher would have given.
 */
export type Assert = PlainMatchers & { readonly not: PlainMatchers }

/** The plain form of all matchers over what `view` shows when one of them is called. */
export function createAssert(view: () => AssertionView): Assert {
  return { ...plainMatchers(view, false), not: plainMatchers(view, true) }
}

function plainMatchers(view: () => AssertionView, isNot: boolean): PlainMatchers {
  const entries = matcherNames.map((name) => {
    const plain = (...args: readonly unknown[]): void => {
      const { pass, message } = verdict(matcherTable[name]()(view(), ...args), isNot)
      if (pass === isNot) throw assertionError(message(), plain)
    }
    return [plainName(name), plain]
  })
  return Object.fromEntries(entries) as PlainMatchers
}

function plainName(name: MatcherName): string {
  if (name === 'toHonour') return 'honours'
  const rest = name.replace(/^toHave(?:Been)?/, '')
  return rest.charAt(0).toLowerCase() + rest.slice(1)
}

/** An error that runners show as a failed assertion, like that of `assert.fail`; its stack begins where `from` was called. */
function assertionError(message: string, from: (...args: readonly unknown[]) => void): Error {
  const error = Object.assign(new Error(message), { code: 'ERR_ASSERTION' })
  // Jest builds a text of its own from these and writes `Expected value undefined` unless the operator is fail.
  const shape = { name: 'AssertionError', operator: 'fail', generatedMessage: false }
  for (const [key, value] of Object.entries(shape))
    Object.defineProperty(error, key, { value, configurable: true, writable: true })
  Error.captureStackTrace(error, from)
  return error
}
