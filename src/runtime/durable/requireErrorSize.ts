import { invalidParameter } from '../../errors/invalidParameter'
import type { ErrorObject } from '../../model/api'

/** Bytes of the members of an error together. https://docs.aws.amazon.com/lambda/latest/api/API_OperationUpdate.html */
const mostBytes = 1_048_576

/** Refuses an error too large to be kept: of a handler, a callback, or whoever stops an execution (the text is not recorded). */
export function requireErrorSize(error: ErrorObject | undefined): void {
  if (error === undefined || Buffer.byteLength(JSON.stringify(error)) <= mostBytes) return
  throw invalidParameter(`Error object size must be less than ${mostBytes} bytes.`)
}
