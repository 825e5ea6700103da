import { requireArguments, requireCount, requireFunctionName, requirePosition } from './checkedArguments'
import type { MatcherFunction } from './matcherResult'
import { occurs, occursAtWith, occursOnceWith, occursTimes } from './occurrences'
import { soughtInvocation } from './sought'
import { withNameDoubt } from './withNameDoubt'

/** The function was invoked, with this event if one is given. */
export const toHaveInvoked: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveInvoked(name, event?)'
  requireArguments(signature, args, 1, 2)
  const name = requireFunctionName(signature, args[0])
  return withNameDoubt(view, name, occurs(soughtInvocation(view, name, args.length === 2 ? { pattern: args[1] } : undefined)))
}

/** The function was invoked exactly so often. */
export const toHaveInvokedTimes: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveInvokedTimes(name, n)'
  requireArguments(signature, args, 2, 2)
  const name = requireFunctionName(signature, args[0])
  return withNameDoubt(view, name, occursTimes(soughtInvocation(view, name, undefined), requireCount(signature, args[1])))
}

/** The function was invoked once in all, and with this event. */
export const toHaveInvokedOnceWith: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveInvokedOnceWith(name, event)'
  requireArguments(signature, args, 2, 2)
  const name = requireFunctionName(signature, args[0])
  return withNameDoubt(view, name, occursOnceWith(soughtInvocation(view, name, { pattern: args[1] })))
}

/** The n-th invocation of the function, from 1, had this event. */
export const toHaveInvokedNthWith: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveInvokedNthWith(n, name, event)'
  requireArguments(signature, args, 3, 3)
  const position = requirePosition(signature, args[0])
  const name = requireFunctionName(signature, args[1])
  return withNameDoubt(view, name, occursAtWith(soughtInvocation(view, name, { pattern: args[2] }), position))
}

/** The last invocation of the function had this event. */
export const toHaveInvokedLastWith: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveInvokedLastWith(name, event)'
  requireArguments(signature, args, 2, 2)
  const name = requireFunctionName(signature, args[0])
  return withNameDoubt(view, name, occursAtWith(soughtInvocation(view, name, { pattern: args[1] }), 'last'))
}
