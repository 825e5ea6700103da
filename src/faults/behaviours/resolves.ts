import { UsageError } from '../../errors/usageError'
import { operations } from '../../model/operations'
import type { OperationName } from '../../model/api'
import type { Behaviour } from '../behaviour'
import { isObject, shown } from '../../usage/readMembers'
import { requireMembers } from '../../usage/requireMembers'

/** Answers with an output written by hand; nothing is run and no state changes. */
export function resolves(operation: OperationName | '*', output: Readonly<Record<string, unknown>> = {}): Behaviour {
  if (!isObject(output)) throw new UsageError(`resolves(...) takes an output, such as { StatusCode: 200 }, not ${shown(output)}.`)
  const shape = operation === '*' ? undefined : operations[operation].output
  // $metadata is what the SDK adds to every output; tests that copy one may leave it in.
  const { $metadata: _, ...members } = output
  if (shape !== undefined) requireMembers(shape, members, `resolves(...): the output of ${operation}`)
  return { text: 'resolves(...)', before: () => ({ output: withPayload(members) }) }
}

/** A payload is any JSON value; bytes and strings are sent as they are. */
export function withPayload(output: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { Payload } = output
  if (Payload === undefined || ArrayBuffer.isView(Payload)) return output
  return { ...output, Payload: Buffer.from(typeof Payload === 'string' ? Payload : JSON.stringify(Payload)) }
}
