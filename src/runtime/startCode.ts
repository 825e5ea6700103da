import type { Clock } from '../clock/clock'
import type { Handler } from '../state/functionRecord'
import { factoryOf } from '../state/handlerMark'
import { createCodeLog } from './codeLog'
import { crash } from './crash'
import type { Failure } from './ending'
import type { Environment } from './environments'
import type { LogFormat, LogSource } from './logFormat'
import { handlerIsNoFunction } from './runtimeError'

/** How the start of an environment went. */
export interface StartedCode {
  readonly handler?: Handler
  /** Why there is no handler. */
  readonly failure?: Failure
  /** Milliseconds. */
  readonly duration: number
  readonly lines: readonly string[]
}

export interface CodeStart {
  readonly source: LogSource
  readonly format: LogFormat
  /** Milliseconds of real time that an event may take; undefined for no limit. */
  readonly limit: number | undefined
  readonly clock: Clock
}

/** Lambda gives the code ten seconds to load, and when that was too short once more as long as an event may take. */
const loadingLimit = 10_000

/**
 * Makes the handler of an environment, before its first event.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-ib
 */
export async function startCode(from: Handler, { space }: Environment, start: CodeStart): Promise<StartedCode> {
  const { source, format, limit, clock } = start
  const { profile, configuration } = source
  const lines: string[] = []
  const log = createCodeLog(lines, format, source, () => clock.now())
  const elapsed = clock.stopwatch()
  let end!: (made: Handler | Failure) => void
  const ended = new Promise<Handler | Failure>((resolve) => (end = resolve))
  const stay = space.begin(
    {
      ...log,
      exit: (code) => end({ kind: 'exited', code }),
      crash: (error, origin) => end(crash(error, origin, profile)),
    },
    undefined,
  )
  const loaded = stay.within(async () => factoryOf(from)!())
  loaded.then(
    (made) => {
      if (typeof made === 'function') end(made as Handler)
      else end({ kind: 'noStart', error: handlerIsNoFunction(configuration.handler, made, profile) })
    },
    (error: unknown) => end({ kind: 'noStart', error }),
  )
  loaded.then(stay.finished, stay.finished)
  // Looked up now and never kept: it has to obey the fake timers of a test.
  const timer = limit === undefined ? undefined : setTimeout(() => end({ kind: 'timedOut' }), Math.max(loadingLimit, limit))
  timer?.unref?.()
  const made = await ended
  clearTimeout(timer)
  log.finish()
  stay.leave(typeof made !== 'function')
  return { ...(typeof made === 'function' ? { handler: made } : { failure: made }), duration: elapsed(), lines }
}
