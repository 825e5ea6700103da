import type { Handler } from '../state/functionRecord'
import type { Context, ContextCallbacks } from './context'
import type { Ending } from './ending'
import type { Profile } from './profile'
import { stringifyResult } from './stringifyResult'
import { isThenable } from './thenable'

/** The answer of a run: the first one counts, whatever comes later changes nothing. */
export interface Answer extends ContextCallbacks {
  readonly isOpen: () => boolean
  readonly end: (ending: Ending) => void
  /** The ending, or the promise of one that is still to come. */
  readonly ending: () => Ending | Promise<Ending>
}

/** Opens the answer of a run. A result is turned into JSON at once, so later changes to it do not show. */
export function openAnswer(profile: Profile): Answer {
  let ended: Ending | undefined
  let tell: ((ending: Ending) => void) | undefined
  const isOpen = () => ended === undefined
  const end = (ending: Ending) => {
    ended = ending
    tell?.(ending)
  }
  const ending = () => ended ?? new Promise<Ending>((resolve) => (tell = resolve))
  const succeed = (result?: unknown) => {
    if (isOpen()) end(stringifyResult(result, profile))
  }
  const fail = (error?: unknown) => {
    // The older runtime puts a word of its own in the place of an error that is missing.
    if (isOpen()) end({ kind: 'threw', error: profile === 'node22' ? (error ?? 'handled') : error })
  }
  const done = (error?: unknown, result?: unknown) => {
    if (error === undefined || error === null) succeed(result)
    else fail(error)
  }
  return { isOpen, end, ending, succeed, fail, done }
}

/** What a run of a handler needs besides its event. */
export interface HandlerCall {
  readonly handler: Handler
  readonly context: Context
  readonly profile: Profile
  readonly answer: Answer
  /** Milliseconds of real time that the handler may take; undefined for no limit. */
  readonly limit: number | undefined
  readonly elapsed: () => number
  /** Runs what it is given where the handler belongs: in the async context of its environment. */
  readonly within?: <Result>(task: () => Result) => Result
  /** Told when the handler has come to its end: its promise has settled, be it after its answer, or there is none. */
  readonly finished?: () => void
  /** Calls the handler in the place of what is usual, if it streams. */
  readonly start?: ((event: unknown, call: HandlerCall) => void) | undefined
}

/**
 * Runs a handler as Node.js's runtime does, up to its answer or its time-out.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 *
 * Up to nodejs22.x Lambda waits for an empty event loop in two cases, which nobody can see in a process that goes on: after
 * a callback the answer is given at once instead, and a handler that returned without a promise is held for as long as it can
 * still answer. One that cannot (it declares no callback and names none of the context's) is answered `null`, as Lambda does.
 */
export async function callHandler(event: unknown, call: HandlerCall): Promise<Ending> {
  const { answer, limit } = call
  const waitsForCallback = call.start ? void call.start(event, call) : start(event, call)
  if (limit === undefined) return answer.ending()
  const timedOut: Ending = { kind: 'timedOut', waitedFor: waitsForCallback ? 'callback' : 'handler' }
  // A handler that keeps the thread to itself cannot be stopped, but what it says after its time is up is too late.
  if (call.elapsed() >= limit) {
    answer.end(timedOut)
    return timedOut
  }
  // Most handlers answer without waiting for anything; these need no timer.
  for (let turn = 0; turn < 4 && answer.isOpen(); turn++) await Promise.resolve()
  if (!answer.isOpen()) return answer.ending()
  // Looked up now and never kept: the time-out has to obey the fake timers of a test.
  const timer = setTimeout(() => {
    if (answer.isOpen()) answer.end(timedOut)
  }, limit)
  timer.unref?.()
  try {
    return await answer.ending()
  } finally {
    clearTimeout(timer)
  }
}

/** Calls the handler, in the one place where that happens; true if only a callback can still bring an answer. */
function start(event: unknown, { handler, context, profile, answer, within = here, finished }: HandlerCall): boolean {
  const call = () => (profile === 'node22' ? handler(event, context, answer.done) : handler(event, context))
  try {
    const result = within(call)
    if (isThenable(result)) {
      // Something that is only like a promise may begin its work when somebody asks for it.
      const isPromise = result instanceof Promise && result.constructor === Promise
      const promise = isPromise ? (result as Promise<unknown>) : within(() => Promise.resolve(result))
      void promise.then(
        (value) => {
          answer.succeed(value)
          finished?.()
        },
        (error: unknown) => {
          answer.fail(error)
          finished?.()
        },
      )
    } else if (profile === 'node24') {
      answer.succeed(result)
      finished?.()
    } else if (answer.isOpen()) {
      if (mayStillAnswer(handler)) return true
      answer.end({ kind: 'returned', json: 'null', ...(result === undefined ? {} : { hint: ignored }) })
    }
  } catch (error) {
    // The older runtime hands what was thrown to the callback, to whom null and undefined mean success.
    if (profile === 'node22') answer.done(error)
    else answer.fail(error)
    finished?.()
  }
  return false
}

const here = <Result>(task: () => Result): Result => task()

const ignored =
  'Up to nodejs22.x Lambda ignores what a handler returns that is no promise. ' +
  'Make the handler async, or configure a newer Runtime.'

/** Whether a handler that returned can have kept a way to answer: a callback, or a member of the context. */
function mayStillAnswer(handler: Handler): boolean {
  if (handler.length >= 3) return true
  // Its text is all there is to go by.
  const text = Function.prototype.toString.call(handler)
  return /\barguments\b|^[^(=]*\([^)]*\.\.\./.test(text) || (handler.length === 2 && /\b(?:done|succeed|fail)\b/.test(text))
}
