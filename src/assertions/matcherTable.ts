import { toHaveDelivered } from './delivered'
import { toHaveFailedBatch } from './failedBatch'
import { toHaveInvoked, toHaveInvokedLastWith, toHaveInvokedNthWith, toHaveInvokedOnceWith, toHaveInvokedTimes } from './invoked'
import { toHonour } from './honour'
import type { LambdaMatchers } from './lambdaMatchers'
import type { MatcherFunction } from './matcherResult'
import { toHaveProcessed } from './processed'
import {
  toHaveReceivedCommand,
  toHaveReceivedCommandExactlyOnceWith,
  toHaveReceivedCommandOnce,
  toHaveReceivedCommandTimes,
  toHaveReceivedCommandWith,
  toHaveReceivedLastCommandWith,
  toHaveReceivedNthSpecificCommandWith,
} from './receivedCommand'
import { toHaveReceivedAnyCommand, toHaveReceivedNoOtherCommands, toHaveReceivedNthCommandWith } from './receivedCommands'
import { toHaveRetried } from './retried'
import { toHaveBeenThrottled } from './throttled'

/** The name of a matcher, such as `toHaveInvoked`. */
export type MatcherName = keyof LambdaMatchers<unknown>

/** Every matcher that `LambdaMatchers` describes, behind a function, so that they are read late; one that is missing does not compile. */
export const matcherTable = {
  toHaveInvoked: () => toHaveInvoked,
  toHaveInvokedTimes: () => toHaveInvokedTimes,
  toHaveInvokedOnceWith: () => toHaveInvokedOnceWith,
  toHaveInvokedNthWith: () => toHaveInvokedNthWith,
  toHaveInvokedLastWith: () => toHaveInvokedLastWith,
  toHaveBeenThrottled: () => toHaveBeenThrottled,
  toHaveRetried: () => toHaveRetried,
  toHaveDelivered: () => toHaveDelivered,
  toHaveProcessed: () => toHaveProcessed,
  toHaveFailedBatch: () => toHaveFailedBatch,
  toHonour: () => toHonour,
  toHaveReceivedCommand: () => toHaveReceivedCommand,
  toHaveReceivedCommandTimes: () => toHaveReceivedCommandTimes,
  toHaveReceivedCommandOnce: () => toHaveReceivedCommandOnce,
  toHaveReceivedCommandWith: () => toHaveReceivedCommandWith,
  toHaveReceivedCommandExactlyOnceWith: () => toHaveReceivedCommandExactlyOnceWith,
  toHaveReceivedNthCommandWith: () => toHaveReceivedNthCommandWith,
  toHaveReceivedNthSpecificCommandWith: () => toHaveReceivedNthSpecificCommandWith,
  toHaveReceivedLastCommandWith: () => toHaveReceivedLastCommandWith,
  toHaveReceivedAnyCommand: () => toHaveReceivedAnyCommand,
  toHaveReceivedNoOtherCommands: () => toHaveReceivedNoOtherCommands,
} satisfies Readonly<Record<MatcherName, () => MatcherFunction>>

export const matcherNames = Object.keys(matcherTable) as readonly MatcherName[]
