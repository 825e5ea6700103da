import { ServiceError } from '../errors/serviceError'
import { jsonFault } from './jsonFault'

/**
 * The event that a handler is given: a fresh copy with every call, `{}` for an empty payload (recorded).
 * Refuses a payload that is no JSON with InvalidRequestContentException.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export function parseEvent(payload: Uint8Array): unknown {
  if (payload.byteLength === 0) return {}
  const text = decodeUtf8(payload)
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw notJson(jsonFault(text) ?? 'Unexpected end-of-input')
  }
}

function decodeUtf8(payload: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload)
  } catch {
    throw notJson('Invalid UTF-8 in the payload')
  }
}

function notJson(fault: string): ServiceError {
  const message = `Could not parse request body into json: Could not parse payload into json: ${fault}`
  return new ServiceError('InvalidRequestContentException', message)
}
