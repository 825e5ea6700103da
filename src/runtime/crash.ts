import type { Failure } from './ending'
import type { Profile } from './profile'
import { unhandledRejection } from './runtimeError'
import type { CodeEvents } from './surroundings/scope'

/** What becomes of an error that nobody caught: both runtimes end their process, and the older one reports the error first. */
export function crash(...[error, origin, profile]: [...Parameters<CodeEvents['crash']>, Profile]): Failure {
  if (profile === 'node24') return { kind: 'exited', code: 1, uncaught: error }
  if (origin === 'uncaughtException') return { kind: 'crashed', error, title: 'Uncaught Exception', code: 129 }
  return { kind: 'crashed', error: unhandledRejection(error), title: 'Unhandled Promise Rejection', code: 128 }
}
