import type { CallEntry } from '../../journal/callEntry'
import { decodePayload } from '../../journal/callRecord'
import { formatCall } from '../../journal/formatCall'
import { eventMemberOf } from '../../matching/inputFits'
import { parseFunctionName } from '../../state/functionName'
import { eventSecrecy, inputSecrecy, withoutSecrets } from '../../usage/secrets'
import { redacted } from '../../usage/redacted'

/** A call of the API as plain data that may be shown. */
export interface CallView {
  readonly operation: string | undefined
  /** Bare, whatever form of the name the caller used. */
  readonly functionName: string | undefined
  readonly qualifier: string | undefined
  readonly region: string
  readonly accountId: string
  readonly method: string
  readonly path: string
  /** Without the event, which is `payload`. */
  readonly input: unknown
  /** The event of an invocation, decoded. */
  readonly payload: unknown
  /** HTTP status; undefined for a broken connection. */
  readonly status: number | undefined
  readonly error: { readonly name: string; readonly message: string } | undefined
  /** 'Unhandled': the function failed. */
  readonly functionError: string | undefined
  /** What an invocation answered, decoded. Answers of other operations are not shown. */
  readonly result: unknown
  readonly hint: string | undefined
  /** 1 for the first attempt of a call. */
  readonly attempt: number
  /** The same for all attempts of one call. */
  readonly invocationId: string | undefined
  /** Epoch milliseconds. */
  readonly at: number
  /** Milliseconds. */
  readonly duration: number
  /** All of it on one line. */
  readonly text: string
}

export function callView(entry: CallEntry): CallView {
  const { operation, input, output, error, request, response } = entry
  const named = typeof input.FunctionName === 'string' ? parseFunctionName(input.FunctionName) : undefined
  const event = operation && eventMemberOf(operation)
  const rest = () => Object.fromEntries(Object.entries(input).filter(([member]) => member !== event))
  return {
    operation,
    functionName: named?.name ?? (typeof input.FunctionName === 'string' ? input.FunctionName : undefined),
    qualifier: typeof input.Qualifier === 'string' ? input.Qualifier : named?.qualifier,
    region: entry.region,
    accountId: entry.accountId,
    method: request.method,
    path: request.path,
    // Made when somebody looks: a line of a log needs none of it.
    get input() {
      return operation === undefined ? {} : redacted(rest(), inputSecrecy(operation))
    },
    get payload() {
      return redacted(entry.payload, eventSecrecy)
    },
    status: response?.kind === 'reply' ? response.status : error?.status,
    error: error && {
      name: error.name,
      message: operation === undefined ? error.message : withoutSecrets(error.message, operation, input),
    },
    functionError: typeof output?.FunctionError === 'string' ? output.FunctionError : undefined,
    get result() {
      return operation === 'Invoke' && output ? redacted(resultOf(output), eventSecrecy) : undefined
    },
    hint: entry.hint,
    attempt: entry.attempt,
    invocationId: entry.invocationId,
    at: entry.at,
    duration: entry.duration,
    get text() {
      return formatCall(entry)
    },
  }
}

/** A rule's answer may be written by hand, and need not be bytes. */
function resultOf({ Payload }: Readonly<Record<string, unknown>>): unknown {
  return ArrayBuffer.isView(Payload) ? decodePayload({ Payload }) : Payload
}
