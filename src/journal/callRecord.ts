import type { OperationName } from '../model/api'
import { attemptOf } from '../wire/attemptOf'
import type { WireOutcome, WireRequest } from '../wire/messages'
import type { CallEntry } from './callEntry'

/** A request as it is taken down while it is under way. What is not known yet is filled in when it ends. */
export interface CallRecord {
  readonly operation: OperationName | undefined
  request: WireRequest
  readonly region: string
  readonly accountId: string
  readonly at: number
  input: Readonly<Record<string, unknown>>
  output: Readonly<Record<string, unknown>> | undefined
  error: CallEntry['error']
  response: WireOutcome | undefined
  duration: number
  hint: string | undefined
  /** Its text is complete when the call is. */
  rule: { readonly text: string } | undefined
}

/** Takes down a request as it arrived. */
export function newCallRecord(
  operation: OperationName | undefined,
  request: WireRequest,
  { region, accountId }: { readonly region: string; readonly accountId: string },
  at: number,
): CallRecord {
  return {
    operation,
    request,
    region,
    accountId,
    at,
    input: {},
    output: undefined,
    error: undefined,
    response: undefined,
    duration: 0,
    hint: undefined,
    rule: undefined,
  }
}

/** A request whose answer is on its way needs its caller's signal no longer, and that holds a connection in memory. */
export function withoutSignal(request: WireRequest): WireRequest {
  if (!Object.hasOwn(request, 'signal')) return request
  const { signal: _, ...kept } = request
  return kept
}

/** The entry of a call for those who look back. Decoding is put off until then: most calls are never looked at. */
export function toCallEntry(record: CallRecord): CallEntry {
  const { headers, retryDelay } = record.request
  return {
    ...record,
    payload: decodePayload(record.input),
    attempt: attemptOf(headers),
    rule: record.rule?.text,
    invocationId: headers['amz-sdk-invocation-id'],
    retryDelay,
    args: [{ input: record.input }],
  }
}

/** The event of an invocation: JSON, or the text as it came; undefined if there is none. */
export function decodePayload({ Payload, InvokeArgs }: Readonly<Record<string, unknown>>): unknown {
  const bytes = Payload ?? InvokeArgs
  if (!ArrayBuffer.isView(bytes)) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
