import type { CallEntry } from '../../src/journal/callEntry'
import type { OperationName } from '../../src/model/api'

export interface CallParts {
  readonly error?: CallEntry['error']
  readonly output?: CallEntry['output']
  readonly attempt?: number
  readonly invocationId?: string
  readonly region?: string
  readonly hint?: string
}

const request = {
  method: 'POST',
  path: '/',
  query: '',
  headers: { authorization: 'AWS4-HMAC-SHA256 canary' },
  body: new Uint8Array(),
}

/** A journal entry as the exchange writes it. */
export function callEntry(
  operation: OperationName | undefined,
  input: Record<string, unknown>,
  payload?: unknown,
  parts: CallParts = {},
): CallEntry {
  return {
    operation,
    input,
    payload,
    output: parts.output,
    error: parts.error,
    attempt: parts.attempt ?? 1,
    invocationId: parts.invocationId,
    region: parts.region ?? 'us-east-1',
    accountId: '123456789012',
    request,
    response: undefined,
    at: 0,
    duration: 0,
    rule: undefined,
    retryDelay: undefined,
    hint: parts.hint,
    args: [{ input }],
  }
}

/** An Invoke whose event is `event`, answered with `result`. */
export function invoke(
  FunctionName: string,
  event?: unknown,
  parts: CallParts & { readonly result?: unknown; readonly input?: Record<string, unknown> } = {},
): CallEntry {
  const bytes = (value: unknown) => (value === undefined ? undefined : new TextEncoder().encode(JSON.stringify(value)))
  const output = parts.error === undefined ? { StatusCode: 200, Payload: bytes(parts.result) } : undefined
  return callEntry('Invoke', { FunctionName, Payload: bytes(event), ...parts.input }, event, { output, ...parts })
}

export const throttle = { name: 'TooManyRequestsException', message: 'Rate Exceeded.', status: 429 }
