import { ServiceError } from '../../errors/serviceError'

const synchronous = 6_291_456
const asynchronous = 1_048_576

/** Refuses an event that is larger than its invocation type allows; the service names the operation InvokeFunction (recorded). */
export function requireEventSize(bytes: number, type: 'RequestResponse' | 'Event' | 'DryRun'): void {
  if (bytes > synchronous) {
    throw new ServiceError(
      'RequestEntityTooLargeException',
      `Request must be smaller than ${synchronous} bytes for the InvokeFunction operation`,
    )
  }
  if (type === 'Event' && bytes > asynchronous) {
    throw new ServiceError(
      'RequestEntityTooLargeException',
      `${bytes} byte payload is too large for the Event invocation type (limit ${asynchronous} bytes)`,
    )
  }
}
