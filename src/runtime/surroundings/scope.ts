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
  /** Makes what stands in the place of `process.env`; undefined if that stays as it is. */
  readonly newEnv: (() => NodeJS.ProcessEnv) | undefined
  /** That, once the code has asked for it. */
  env: NodeJS.ProcessEnv | undefined
  /** Of the event under way; undefined while the environment is frozen. */
  events: CodeEvents | undefined
  /** It timed out or crashed: nothing that still happens in it exists. */
  isGone: boolean
}

/** The scope of whoever is asking. */
export type CurrentScope = () => Scope | undefined
