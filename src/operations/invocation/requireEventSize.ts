import { ServiceError } from '../../errors/serviceError'

const synchronous = 6_291_456
const asynchronous = 1_048_576
const deprecated = 262_144

/** Refuses an event that is larger than its invocation type allows; the service names the operation InvokeFunction (recorded). */
export function requireEventSize(bytes: number, type: 'RequestResponse' | 'Event' | 'DryRun'): void {
  if (bytes > synchronous) {
    throw tooLarge(`Request must be smaller than ${synchronous} bytes for the InvokeFunction operation`)
  }
  if (type === 'Event' && bytes > asynchronous) throw tooLargeForEvent(bytes, asynchronous)
}

/** The same for InvokeAsync, whose limit has stayed what it was for all asynchronous invocations. */
export function requireDeprecatedEventSize(bytes: number): void {
  if (bytes > deprecated) throw tooLargeForEvent(bytes, deprecated)
}

function tooLargeForEvent(bytes: number, limit: number): ServiceError {
  return tooLarge(`${bytes} byte payload is too large for the Event invocation type (limit ${limit} bytes)`)
}

function tooLarge(message: string): ServiceError {
  return new ServiceError('RequestEntityTooLargeException', message)
}
