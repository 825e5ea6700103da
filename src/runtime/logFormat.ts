import type { Configuration } from '../state/functionRecord'
import type { Failure } from './ending'
import type { ErrorPayload } from './errorPayload'
import type { Profile } from './profile'

/** What every line of a run's log is about. */
export interface LoggedRun {
  readonly requestId: string
  readonly version: string
  readonly configuration: Configuration
  readonly profile: Profile
  readonly tenantId?: string | undefined
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
  readonly failed: LoggedFailure | undefined
}

/** The lines that Lambda itself writes around those of a handler. `now` is in epoch milliseconds. */
export interface LogFormat {
  start(run: LoggedRun, now: number): string[]
  failure(run: LoggedRun, now: number, failed: LoggedFailure): string[]
  end(run: LoggedRun, now: number, report: Report): string[]
}

/** The numbers of a report. Memory and start-up are those of a small function, the same in every run. */
export function reportedFigures({ configuration }: LoggedRun, { duration, cold, failed }: Report) {
  return {
    billedDuration: Math.max(1, Math.ceil(duration)),
    memorySize: configuration.memorySize,
    maxMemoryUsed: failed?.failure.kind === 'outOfMemory' ? configuration.memorySize : Math.min(70, configuration.memorySize),
    initDuration: cold ? 100 : undefined,
  }
}
