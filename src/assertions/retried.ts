import { requireOperation } from '../usage/requireOperation'
import { requireArguments, requireCount } from './checkedArguments'
import { attemptList, failureText, happened, times } from './failureText'
import type { MatcherFunction } from './matcherResult'

/** The SDK's retry loop made attempts beyond the first at calls of an operation, exactly so many in all if a number is given. */
export const toHaveRetried: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveRetried(operation, times?)'
  requireArguments(signature, args, 1, 2)
  const operation = requireOperation(args[0], signature)
  const wanted = args.length === 1 ? undefined : requireCount(signature, args[1])
  const attempts = view.calls.filter((entry) => entry.operation === operation)
  const retries = attempts.filter((entry) => entry.attempt > 1).length
  const pass = wanted === undefined ? retries > 0 : retries === wanted
  return {
    pass,
    message: () => {
      const expected = pass
        ? wanted === undefined
          ? 'never'
          : 'any other number'
        : wanted === undefined
          ? 'at least once'
          : times(wanted)
      const evidence = attemptList('Attempts:', attempts)
      return failureText(
        view,
        `${happened(operation, 'retried', retries)}, expected ${expected}.`,
        evidence.length > 0 ? evidence : attemptList('Received:', view.calls),
      )
    },
  }
}
