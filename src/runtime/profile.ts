import type { Handler } from '../state/functionRecord'
import { isStreaming } from '../state/handlerMark'

/** Which of Node.js's two runtimes a function sees: with callbacks (up to nodejs22.x) or without (from nodejs24.x on). */
export type Profile = 'node22' | 'node24'

/**
 * The profile of a function. Without a Node.js Runtime a handler that declares a callback gets the older one,
 * any other the newer.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
export function profileOf(runtime: string | undefined, handler: Handler | undefined): Profile {
  const nodejs = runtime === undefined ? null : /^nodejs(\d*)/.exec(runtime)
  if (nodejs === null) return declaresCallback(handler) ? 'node22' : 'node24'
  return Number(nodejs[1]) >= 24 ? 'node24' : 'node22'
}

/** Whether a handler asks for a callback as its third argument, which nodejs24.x and later refuse to start with. */
export function declaresCallback(handler: Handler | undefined): boolean {
  return handler !== undefined && handler.length >= 3 && !isStreaming(handler)
}
