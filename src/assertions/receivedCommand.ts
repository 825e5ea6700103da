import { requireOperation } from '../usage/requireOperation'
import { requireArguments, requireCount, requireInputPattern, requirePosition } from './checkedArguments'
import type { MatcherFunction } from './matcherResult'
import { occurs, occursAtWith, occursOnceWith, occursTimes } from './occurrences'
import { soughtCommand } from './sought'

/** A client sent this command. */
export const toHaveReceivedCommand: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveReceivedCommand(Command)'
  requireArguments(signature, args, 1, 1, 'To look at the input as well there is toHaveReceivedCommandWith(Command, input).')
  return occurs(soughtCommand(view, requireOperation(args[0], signature), undefined, signature))
}

/** Clients sent this command exactly so often. */
export const toHaveReceivedCommandTimes: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveReceivedCommandTimes(Command, n)'
  requireArguments(signature, args, 2, 2)
  const sought = soughtCommand(view, requireOperation(args[0], signature), undefined, signature)
  return occursTimes(sought, requireCount(signature, args[1]))
}

/** Clients sent this command exactly once. */
export const toHaveReceivedCommandOnce: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveReceivedCommandOnce(Command)'
  requireArguments(
    signature,
    args,
    1,
    1,
    'To look at the input as well there is toHaveReceivedCommandExactlyOnceWith(Command, input).',
  )
  return occursTimes(soughtCommand(view, requireOperation(args[0], signature), undefined, signature), 1)
}

/** A client sent this command with an input that fits. */
export const toHaveReceivedCommandWith: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveReceivedCommandWith(Command, input)'
  requireArguments(signature, args, 2, 2)
  const operation = requireOperation(args[0], signature)
  return occurs(soughtCommand(view, operation, { pattern: requireInputPattern(signature, args[1]) }, signature))
}

/** Clients sent this command once in all, and with an input that fits. */
export const toHaveReceivedCommandExactlyOnceWith: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveReceivedCommandExactlyOnceWith(Command, input)'
  requireArguments(signature, args, 2, 2)
  const operation = requireOperation(args[0], signature)
  return occursOnceWith(soughtCommand(view, operation, { pattern: requireInputPattern(signature, args[1]) }, signature))
}

/** Among the sends of this command the n-th, from 1, had an input that fits. */
export const toHaveReceivedNthSpecificCommandWith: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveReceivedNthSpecificCommandWith(n, Command, input)'
  requireArguments(signature, args, 3, 3)
  const position = requirePosition(signature, args[0])
  const operation = requireOperation(args[1], signature)
  return occursAtWith(soughtCommand(view, operation, { pattern: requireInputPattern(signature, args[2]) }, signature), position)
}

/** Among the sends of this command the last one had an input that fits. */
export const toHaveReceivedLastCommandWith: MatcherFunction = (view, ...args) => {
  const signature = 'toHaveReceivedLastCommandWith(Command, input)'
  requireArguments(signature, args, 2, 2)
  const operation = requireOperation(args[0], signature)
  return occursAtWith(soughtCommand(view, operation, { pattern: requireInputPattern(signature, args[1]) }, signature), 'last')
}
