import { ServiceError } from '../errors/serviceError'
import type { OperationName } from '../model/api'

/** AWS's limit for a whole request to Lambda, in bytes (recorded). */
export const requestLimit = 70_167_211

/** Refuses a request that is larger than Lambda's front door lets in. */
export function requireBodySize(operation: OperationName, body: Uint8Array): void {
  if (body.byteLength <= requestLimit) return
  throw new ServiceError(
    'RequestEntityTooLargeException',
    `Request must be smaller than ${requestLimit} bytes for the ${operation} operation`,
  )
}
