import { UsageError } from '../errors/usageError'
import type { Handler } from '../state/functionRecord'
import { markFactory } from '../state/handlerMark'
import type { Context } from './context'
import type { StreamingHandler } from './streaming/streamify'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the event's type is the user's own
type Made = (event: any, context: Context, callback: (error?: unknown, result?: unknown) => void) => unknown

/**
 * A handler that every execution environment makes for itself, as it loads a module on Lambda: at its first event, and again after
 * a time-out, a crash or an update. What `init` throws fails the invocation as an error of the module does.
 *
 * @param init what stands outside of the handler in its module; returns the handler, or a promise of it
 * @example
 * lambda.function('orders', coldStart(() => {
 *   const cache = new Map()
 *   return async (event) => cache.size
 * }))
 */
export function coldStart(init: () => Made | Promise<Made>): Made
export function coldStart(init: () => StreamingHandler | Promise<StreamingHandler>): StreamingHandler
export function coldStart(init: () => unknown): Handler {
  if (typeof init !== 'function')
    throw new UsageError(`coldStart(init) needs a function that makes the handler: coldStart(() => async (event) => ...).`)
  // Called by anybody else than the double, it is a cold start every time.
  return markFactory(async (...input: unknown[]) => ((await init()) as Handler)(...input), init)
}
