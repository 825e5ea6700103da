import type { Failure } from './ending'
import { errorPayload, type ErrorPayload } from './errorPayload'
import type { Profile } from './profile'

/** The largest result, in bytes of JSON (recorded). */
export const responseLimit = 6_291_556

/** The largest streamed response, in bytes. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const streamLimit = 209_715_200

/**
 * The payload of a failed invocation, as Lambda words it (recorded, but for the out-of-memory type: documented).
 * The Timeout is in seconds. https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html
 */
export function failurePayload(failure: Failure, requestId: string, timeout: number, profile: Profile): ErrorPayload {
  const sandbox = (errorType: string, what: string) => ({ errorType, errorMessage: `RequestId: ${requestId} Error: ${what}` })
  switch (failure.kind) {
    case 'threw':
    case 'noStart':
    case 'crashed':
      return errorPayload(failure.error, profile)
    case 'timedOut':
      return sandbox('Sandbox.Timedout', timedOutText(timeout))
    case 'exited':
      return sandbox('Runtime.ExitError', exitText(failure.code))
    case 'outOfMemory':
      return sandbox('Runtime.OutOfMemory', 'Runtime exited with error: signal: killed')
    case 'tooLarge':
      return {
        errorType: 'Function.ResponseSizeTooLarge',
        errorMessage: `Response payload size exceeded maximum allowed payload size (${failure.limit} bytes).`,
      }
  }
}

/** `Task timed out after 3.00 seconds`. */
export function timedOutText(timeout: number): string {
  return `Task timed out after ${timeout.toFixed(2)} seconds`
}

/** Whether the execution environment is gone after a failure, so that the next run is a cold start. */
export function endsEnvironment({ kind }: Failure): boolean {
  return kind !== 'threw' && kind !== 'tooLarge'
}

/** `Runtime exited with error: exit status 1`. */
export function exitText(code: number): string {
  return code === 0 ? 'Runtime exited without providing a reason' : `Runtime exited with error: exit status ${code}`
}
