import { errorPayload, isError } from './errorPayload'
import type { Profile } from './profile'

/**
 * What a function's log says about what it threw, as JSON: an error with its own members, code and stack in lines;
 * anything else as an Error of its text. Errors inside an error are written out in the same way (source of the runtime interface client).
 */
export function loggedError(thrown: unknown, profile: Profile): string {
  try {
    return JSON.stringify(asError(thrown), (_key, value: unknown) => (isError(value) ? members(value) : value))
  } catch {
    return JSON.stringify(errorPayload(thrown, profile))
  }
}

/** The error itself, or one of the value's text. */
export function asError(thrown: unknown): Error {
  if (isError(thrown)) return thrown
  const error = new Error(String(thrown))
  // The frames below are Lambda's, not the function's.
  error.stack = `Error: ${error.message}`
  return error
}

function members(error: Error): Record<string, unknown> {
  const { code } = error as { code?: unknown }
  const all = { errorType: error.name, errorMessage: error.message, code, ...error }
  return typeof error.stack === 'string' ? Object.assign(all, { stack: error.stack.split('\n') }) : all
}
