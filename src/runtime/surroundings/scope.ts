import type { LogLevel } from '../logFormat'

/** What the double is told while the code of an environment is at work. */
export interface CodeEvents {
  /** A call of console. */
  log(level: LogLevel, input: readonly unknown[]): void
  /** Text that went to stdout or stderr as it is. */
  write(text: string): void
  /** The code called `process.exit`. */
  exit(code: number): void
  /** Nobody caught an error, or handled a rejection. */
  crash(error: unknown, origin: 'uncaughtException' | 'unhandledRejection'): void
}

/**
 * What the code of one execution environment sees around itself. It is found by async context: work that the code has started
 * belongs to its environment, whenever it goes on. Like a real one, an environment is frozen between its events.
 */
export interface Scope {
  /** Its own environment variables, made when the code first asks for one; undefined if it sees those of the process alone. */
  readonly variables: (() => EnvironmentVariables) | undefined
  /** Of the event under way; undefined while the environment is frozen. */
  events: CodeEvents | undefined
  /** It timed out or crashed: nothing that still happens in it exists. */
  isGone: boolean
}

/** The scope of whoever is asking. */
export type CurrentScope = () => Scope | undefined

/** What an environment has made of the variables of the process. */
export interface EnvironmentVariables {
  own: Record<string, string>
  /** Names of those that the code has deleted; all of them if it has replaced `process.env`. */
  deleted: Set<string> | 'all'
}

/** A change of something global that can be switched on and off, leaving everything as it was found. */
export interface Patch {
  on(): void
  off(): void
}
