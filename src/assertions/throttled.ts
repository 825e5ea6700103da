import { requireArguments, requireCount } from './checkedArguments'
import { attemptList, failureText } from './failureText'
import type { MatcherFunction } from './matcherResult'

/** Attempts were answered with TooManyRequestsException, exactly so many if a number is given. Retried ones count each. */
export const toHaveBeenThrottled: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveBeenThrottled(times?)'
  requireArguments(signature, args, 0, 1)
  const wanted = args.length === 0 ? undefined : requireCount(signature, args[0])
  const throttled = view.calls.filter((entry) => entry.error?.name === 'TooManyRequestsException')
  const pass = wanted === undefined ? throttled.length > 0 : throttled.length === wanted
  return {
    pass,
    message: () => {
      const expected = pass ? (wanted === undefined ? 'none' : 'any other number') : (wanted ?? 'at least 1')
      const title = `Attempts that were throttled (TooManyRequestsException): ${throttled.length}, expected ${expected}.`
      const evidence = attemptList('Throttled:', throttled)
      return failureText(view, title, evidence.length > 0 ? evidence : attemptList('Received:', view.calls))
    },
  }
}
