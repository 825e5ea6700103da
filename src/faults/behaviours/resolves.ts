import { UsageError } from '../../errors/usageError'
import { operations } from '../../model/operations'
import type { OperationName } from '../../model/api'
import type { Behaviour } from '../behaviour'
import { isMembers, isPromise } from '../../usage/isMembers'
import { requireBytes, shown } from '../../usage/readMembers'
import { requireMembers } from '../../usage/requireMembers'

/** Answers with an output written by hand; nothing is run and no state changes. */
export function resolves(operation: OperationName | '*', output: Readonly<Record<string, unknown>> = {}): Behaviour {
  const members = requireOutput(operation, output, 'resolves(...)')
  // Now, so that what is no JSON is refused where it is written; what counts is the payload at the time of the call.
  withPayload(members)
  return { text: 'resolves(...)', before: () => ({ output: withPayload(members) }) }
}

/** The members of an output written by hand. Refuses those that the operation's output does not have. */
export function requireOutput(operation: OperationName | '*', output: unknown, text: string): Readonly<Record<string, unknown>> {
  if (isPromise(output)) throw new UsageError(`${text} takes the output itself, not a promise: await it first, or use callsFake.`)
  if (!isMembers(output)) throw new UsageError(`${text} takes an output, such as { StatusCode: 200 }, not ${shown(output)}.`)
  const shape = operation === '*' ? undefined : operations[operation].output
  // $metadata is what the SDK adds to every output; tests that copy one may leave it in.
  const { $metadata: _, ...members } = output
  if (shape !== undefined) requireMembers(shape, members, `${text}: the output of ${operation}`)
  if (members.StatusCode !== undefined && members.StatusCode !== null && !isStatus(members.StatusCode))
    throw new UsageError(`${text} needs StatusCode as an HTTP status from 200 to 599, not ${shown(members.StatusCode)}.`)
  return members
}

function isStatus(status: unknown): boolean {
  return Number.isInteger(status) && (status as number) >= 200 && (status as number) <= 599
}

/** A payload is any JSON value; bytes and strings are sent as they are. */
export function withPayload(output: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { Payload } = output
  if (Payload === undefined || ArrayBuffer.isView(Payload)) return output
  return { ...output, Payload: requireBytes('An output written by hand', 'Payload', Payload) }
}
