import { viewOf } from './assertions/assertionView'
import { matcherNames, matcherTable, type MatcherName } from './assertions/matcherTable'
import type { MatcherResult } from './assertions/matcherResult'
import { namesOf, type ReceiveAliases } from './assertions/receiveAliases'
import { verdict } from './assertions/verdict'

/**
 * The matchers for `expect.extend(matchers)`, in Jest, Vitest and whatever else has an `expect` of that form.
 * The entries lambdouble/jest and lambdouble/vitest do this by themselves and bring the types with them.
 *
 * @example
 * import { matchers } from 'lambdouble/matchers'
 * expect.extend(matchers)
 */
export const matchers: RunnerMatchers = Object.fromEntries(
  matcherNames.flatMap((name) => {
    function matcher(this: { readonly isNot?: boolean } | undefined, received: unknown, ...args: unknown[]): MatcherResult {
      return verdict(matcherTable[name]()(viewOf(received, name), ...args), this?.isNot === true)
    }
    return namesOf(name).map((known) => [known, matcher])
  }),
) as never

type RunnerMatchers = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the runners' own types ask of a matcher
  readonly [Name in MatcherName | keyof ReceiveAliases<unknown>]: (received: unknown, ...args: any[]) => MatcherResult
}

export type { LambdaMatchers } from './assertions/lambdaMatchers'
export type { ReceiveAliases } from './assertions/receiveAliases'
export type { MatcherResult } from './assertions/matcherResult'
export type { MatcherName } from './assertions/matcherTable'
