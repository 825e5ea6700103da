import type { CallEntry } from '../../journal/callEntry'
import { callHead, type CallHead } from '../../journal/callHead'
import { decodePayload } from '../../journal/callRecord'
import { formatCall } from '../../journal/formatCall'
import { eventMemberOf } from '../../matching/inputFits'
import { eventSecrecy, inputSecrecy } from '../../usage/secrets'
import { redacted } from '../../usage/redacted'

/** A call of the API as plain data that may be shown. */
export interface CallView extends CallHead {
  readonly region: string
  readonly accountId: string
  /** Without the event, which is `payload`. */
  readonly input: unknown
  /** The event of an invocation, decoded. */
  readonly payload: unknown
  /** What an invocation answered, decoded. Answers of other operations are not shown. */
  readonly result: unknown
  readonly hint: string | undefined
  /** The same for all attempts of one call. */
  readonly invocationId: string | undefined
  /** All of it on one line. */
  readonly text: string
}

export function callView(entry: CallEntry): CallView {
  const { operation, input, output } = entry
  const event = operation && eventMemberOf(operation)
  const rest = () => Object.fromEntries(Object.entries(input).filter(([member]) => member !== event))
  return {
    ...callHead(entry),
    region: entry.region,
    accountId: entry.accountId,
    input: operation === undefined ? {} : redacted(rest(), inputSecrecy(operation)),
    payload: redacted(entry.payload, eventSecrecy),
    result: operation === 'Invoke' && output ? redacted(resultOf(output), eventSecrecy) : undefined,
    hint: entry.hint,
    invocationId: entry.invocationId,
    text: formatCall(entry),
  }
}

/** A rule's answer may be written by hand, and need not be bytes. */
function resultOf({ Payload }: Readonly<Record<string, unknown>>): unknown {
  return ArrayBuffer.isView(Payload) ? decodePayload({ Payload }) : Payload
}
