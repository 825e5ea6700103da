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

export type MatcherName = keyof LambdaMatchers<unknown>

/** Every matcher that `LambdaMatchers` describes; one that is missing does not compile. */
export const matcherTable = {
  toHaveInvoked,
  toHaveInvokedTimes,
  toHaveInvokedOnceWith,
  toHaveInvokedNthWith,
  toHaveInvokedLastWith,
  toHaveBeenThrottled,
  toHaveRetried,
  toHaveDelivered,
  toHaveProcessed,
  toHaveFailedBatch,
  toHonour,
  toHaveReceivedCommand,
  toHaveReceivedCommandTimes,
  toHaveReceivedCommandOnce,
  toHaveReceivedCommandWith,
  toHaveReceivedCommandExactlyOnceWith,
  toHaveReceivedNthCommandWith,
  toHaveReceivedNthSpecificCommandWith,
  toHaveReceivedLastCommandWith,
  toHaveReceivedAnyCommand,
  toHaveReceivedNoOtherCommands,
} satisfies Readonly<Record<MatcherName, MatcherFunction>>

export const matcherNames = Object.keys(matcherTable) as readonly MatcherName[]
