import { callSite } from './callSite'

const brand = Symbol.for('lambdouble.UsageError')

/**
 * Something that the test's author did wrong: an unknown operation, a rule that AWS would refuse, an unmatched request.
 * It never travels over the wire, the SDK does not retry it, and its message names the thing and says what to do.
 *
 * @example
 * lambda.on: "Invok" is no operation of the Lambda API. Did you mean 'Invoke'?
 *     at orders.test.ts:12
 */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  constructor(message: string, options?: { cause?: unknown }) {
    const site = callSite()
    super(site === undefined ? message : `${message}\n    at ${site.file}:${site.line}`, options)
    Object.defineProperty(this, brand, { value: true })
  }

  /** True of another copy's too, such as `jest.resetModules()` makes of whatever is loaded after it. */
  static override [Symbol.hasInstance](error: unknown): error is UsageError {
    return isUsageError(error)
  }
}

/** Recognises a UsageError by its brand: in Jest an error may come from another realm, where `instanceof` is false. */
export function isUsageError(error: unknown): error is UsageError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[brand] === true
}
