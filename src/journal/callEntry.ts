import type { OperationName } from '../model/api'
import type { WireOutcome, WireRequest } from '../wire/messages'

/** One request that reached the double: one attempt of the SDK's retry loop. Taken down when it happened; later changes do not show. */
export interface CallEntry {
  /** Undefined for a request that is no operation of the Lambda API. */
  readonly operation: OperationName | undefined
  /** The input in AWS's spelling, as it arrived over the wire. */
  readonly input: Readonly<Record<string, unknown>>
  /** The event of an invocation, decoded; the raw text if it is no JSON; undefined if there was none. */
  readonly payload: unknown
  readonly output: Readonly<Record<string, unknown>> | undefined
  /** What Lambda answered instead of an output, or the code of a broken connection. */
  readonly error: { readonly name: string; readonly message: string; readonly status: number | undefined } | undefined
  /** 1 for the first attempt of a call. */
  readonly attempt: number
  /** The SDK's invocation id: the same for all attempts of one call. */
  readonly invocationId: string | undefined
  readonly region: string
  readonly accountId: string
  readonly request: WireRequest
  readonly response: WireOutcome | undefined
  /** Epoch milliseconds on the double's clock. */
  readonly at: number
  /** Milliseconds, virtual ones included. */
  readonly duration: number
  /** Milliseconds that the SDK would have slept before this attempt. */
  readonly retryDelay: number | undefined
  /** What the double knows and AWS's message does not say: another region that has the function, the nearest name. */
  readonly hint: string | undefined
  /** The rule that had its way with this call, and chaos: `on('Invoke').throttles()`, `chaos: drops('ECONNRESET')`. */
  readonly rule: string | undefined
  /** For users of aws-sdk-client-mock: `args[0].input`. */
  readonly args: readonly [{ readonly input: Readonly<Record<string, unknown>> }]
}
