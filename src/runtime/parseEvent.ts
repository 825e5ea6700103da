import { ServiceError } from '../errors/serviceError'
import { jsonFault } from './jsonFault'

/**
 * The event that a handler is given: a fresh copy with every call, `{}` for an empty payload (recorded).
 * Refuses a payload that is no JSON with InvalidRequestContentException.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export function parseEvent(payload: Uint8Array): unknown {
  return parseEventText(eventText(payload))
}

/** The text of an event, `{}` for an empty payload. Refuses what is not UTF-8. */
export function eventText(payload: Uint8Array): string {
  return payload.byteLength === 0 ? '{}' : decodeUtf8(payload)
}

/** A fresh copy of the event. Refuses a text that is no JSON. */
export function parseEventText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw notJson(jsonFault(text) ?? 'Unexpected end-of-input')
  }
}

function decodeUtf8(payload: Uint8Array): string {
  const text = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('utf8')
  // Bytes that are no UTF-8 become U+FFFD, which a text may hold of its own too: only then a stricter look is worth its price.
  if (!text.includes('\uFFFD')) return text
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
