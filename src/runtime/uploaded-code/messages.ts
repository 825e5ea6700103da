import type { Profile } from '../profile'
import type { SentError } from './sentError'

/** What a worker is started with. */
export interface WorkerSettings {
  /** The folder that stands for Lambda's `/`: `var/task` and `opt` lie below it. */
  readonly root: string
  /** The function's Handler, such as `src/app.handler`. */
  readonly handler: string
  readonly profile: Profile
}

/** One event for a worker. */
export interface WorkerRun {
  /** JSON. */
  readonly event: string
  /** The members of the context object that are data. */
  readonly context: Readonly<Record<string, unknown>>
  readonly traceHeader: string | undefined
  /** Milliseconds that getRemainingTimeInMillis counts down from. */
  readonly timeout: number
}

export type LogLevel = 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR'

/** How a run ended, as it comes out of a worker. */
export type SentEnding =
  | { readonly kind: 'returned'; readonly json: string; readonly hint: string | undefined }
  | { readonly kind: 'threw'; readonly error: SentError; readonly hint: string | undefined }

/** What a worker says. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'noStart'; readonly error: SentError }
  | { readonly kind: 'logged'; readonly level: LogLevel; readonly text: string }
  /** Text that was written to stdout or stderr as it is. */
  | { readonly kind: 'wrote'; readonly text: string }
  | { readonly kind: 'ended'; readonly ending: SentEnding }
  /** The process of the older runtime ends after an error that nobody caught, and says which. */
  | { readonly kind: 'crashed'; readonly error: SentError }
