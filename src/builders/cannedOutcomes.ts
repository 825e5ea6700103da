import { UsageError } from '../errors/usageError'
import type { CannedOutcome } from '../state/functionRecord'
import { isPromise } from '../usage/isMembers'
import { requireWhole } from '../usage/readMembers'

/** An exit code is a byte. */
export function cannedExit(code: unknown, where: string): CannedOutcome {
  return { kind: 'exits', code: requireWhole(`${where}.exits(code)`, 'code', code, [0, 255]) }
}

/** A function that is meant to make the result would be no JSON, and fail each invocation. */
export function cannedResult(value: unknown, where: string): CannedOutcome {
  if (typeof value === 'function')
    throw new UsageError(
      `${where}.returns(result) takes the result itself; a function that makes it goes to ${where}.handler(fn).`,
    )
  if (isPromise(value))
    throw new UsageError(`${where}.returns(result) takes the result itself, not a promise: await it first, or give a handler.`)
  return { kind: 'returns', value }
}
