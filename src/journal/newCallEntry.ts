import type { OperationName } from '../model/api'
import type { WireRequest } from '../wire/messages'
import type { CallEntry } from './callEntry'

/** A call entry while its request is under way: what is not known yet is filled in when it ends. */
export type OpenCallEntry = { -readonly [Key in keyof CallEntry]: CallEntry[Key] }

/** Takes down a request as it arrived. Decoding is put off until somebody looks. */
export function newCallEntry(
  operation: OperationName | undefined,
  request: WireRequest,
  at: { readonly region: string; readonly accountId: string; readonly time: number },
): OpenCallEntry {
  let decoded: { payload: unknown } | undefined
  return {
    operation,
    input: {},
    get payload() {
      decoded ??= { payload: decodePayload(this.input) }
      return decoded.payload
    },
    output: undefined,
    error: undefined,
    attempt: Number(/attempt=(\d+)/.exec(request.headers['amz-sdk-request'] ?? '')?.[1] ?? 1),
    invocationId: request.headers['amz-sdk-invocation-id'],
    region: at.region,
    accountId: at.accountId,
    request,
    response: undefined,
    at: at.time,
    duration: 0,
    retryDelay: request.retryDelay,
    hint: undefined,
    get args() {
      return [{ input: this.input }] as const
    },
  }
}

/** The event of an invocation: JSON, or the text as it came. */
function decodePayload(input: Readonly<Record<string, unknown>>): unknown {
  const bytes = input.Payload ?? input.InvokeArgs
  if (!ArrayBuffer.isView(bytes)) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
