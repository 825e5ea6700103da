import type { MatcherResult } from './matcherResult'

/** What a runner is told: the result, turned into a failure if the assertion would hold and there is a doubt about that. */
export function verdict(result: MatcherResult, isNot: boolean): MatcherResult {
  const doubt = result.pass === isNot ? undefined : result.doubt?.()
  return doubt === undefined ? result : { pass: isNot, message: () => doubt }
}
