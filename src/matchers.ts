import { viewOf } from './assertions/assertionView'
import { matcherNames, matcherTable, type MatcherName } from './assertions/matcherTable'
import type { MatcherResult } from './assertions/matcherResult'

/**
 * The matchers for `expect.extend(matchers)`, in Jest, Vitest and whatever else has an `expect` of that form.
 * The entries lambdouble/jest and lambdouble/vitest do this by themselves and bring the types with them.
 *
 * @example
 * import { matchers } from 'lambdouble/matchers'
 * expect.extend(matchers)
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the runners' own types ask of a matcher
export const matchers: { readonly [Name in MatcherName]: (received: unknown, ...args: any[]) => MatcherResult } =
  Object.fromEntries(
    matcherNames.map((name) => [
      name,
      (received: unknown, ...args: unknown[]) => matcherTable[name](viewOf(received, name), ...args),
    ]),
  ) as never

export type { LambdaMatchers } from './assertions/lambdaMatchers'
export type { MatcherResult } from './assertions/matcherResult'
export type { MatcherName } from './assertions/matcherTable'
