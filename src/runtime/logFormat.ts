import type { Configuration } from '../state/functionRecord'
import type { Failure } from './ending'
import type { ErrorPayload } from './errorPayload'
import type { Profile } from './profile'

/** Levels of application logs, in the order of their weight. */
export type LogLevel = 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL'

/** What a line of a log comes from. */
export interface LogSource {
  /** Undefined before the first event. */
  readonly requestId: string | undefined
  readonly configuration: Configuration
  readonly profile: Profile
  readonly tenantId?: string | undefined
}

/** What every line of a run's log is about. */
export interface LoggedRun extends LogSource {
  readonly requestId: string
  readonly version: string
}

/** A failure with the payload that Lambda makes of it. */
export interface LoggedFailure {
  readonly failure: Failure
  readonly payload: ErrorPayload
}

/** How a run went, for its last line. */
export interface Report {
  /** Milliseconds. */
  readonly duration: number
  readonly cold: boolean
  /** Milliseconds that an environment took to start, if that was measured. */
  readonly initDuration?: number | undefined
  /** Of the result. */
  readonly bytes: number
  readonly failed: LoggedFailure | undefined
}

/** The lines of a log: those of the code, and those that Lambda itself writes around them. `now` is in epoch milliseconds. */
export interface LogFormat {
  /** What the code says to console; undefined if its level is filtered out. */
  message(source: LogSource, now: number, level: LogLevel, input: readonly unknown[]): string | undefined
  start(run: LoggedRun, now: number): string[]
  failure(run: LoggedRun, now: number, failed: LoggedFailure): string[]
  end(run: LoggedRun, now: number, report: Report): string[]
}

/** The numbers of a report. Memory and start-up are those of a small function, the same in every run. */
export function reportedFigures({ configuration }: LoggedRun, { duration, cold, initDuration = 100, failed }: Report) {
  return {
    billedDuration: Math.max(1, Math.ceil(duration)),
    memorySize: configuration.memorySize,
    maxMemoryUsed: failed?.failure.kind === 'outOfMemory' ? configuration.memorySize : Math.min(70, configuration.memorySize),
    initDuration: cold ? initDuration : undefined,
  }
}
