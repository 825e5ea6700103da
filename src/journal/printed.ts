import { inspect } from 'node:util'
import type { Delivery } from '../runtime/destinations/delivery'
import type { Invocation } from '../runtime/invocation'
import { redacted } from '../usage/redacted'
import { eventSecrecy, inputSecrecy, outputSecrecy, withoutSecrets } from '../usage/secrets'
import type { CallEntry } from './callEntry'
import { withoutSignal } from './callRecord'

/**
 * Gives entries a way of being written down in which credentials, values of environment variables and code are left out: for
 * `console.log`, for JSON, and for the messages of runners, which print what they compare. Whoever reads a member gets all of it.
 */
function printedBy<Entry extends object>(shown: (entry: Entry) => object): (entry: Entry) => Entry {
  const methods = {
    toJSON(this: Entry) {
      return shown(this)
    },
    [inspect.custom](this: Entry) {
      return shown(this)
    },
  }
  // On the prototype, so that they are no members of the entry, and cost nothing for each.
  return (entry) => (Object.getPrototypeOf(entry) === methods ? entry : (Object.setPrototypeOf(entry, methods) as Entry))
}

export const printedCall = printedBy(({ request, response, args: _, ...entry }: CallEntry) => {
  const { operation, input, output, error } = entry
  return {
    ...entry,
    input: operation === undefined ? input : redacted(input, inputSecrecy(operation)),
    payload: redacted(entry.payload, eventSecrecy),
    output: operation && redacted(output, outputSecrecy(operation)),
    error: error && { ...error, message: operation ? withoutSecrets(error.message, operation, input) : error.message },
    request: redacted(withoutSignal(request), eventSecrecy),
    response: redacted(response, eventSecrecy),
  }
})

export const printedInvocation = printedBy((invocation: Invocation) => ({
  ...invocation,
  event: redacted(invocation.event, eventSecrecy),
  context: dataOf(invocation.context),
  result: redacted(invocation.result, eventSecrecy),
}))

export const printedDelivery = printedBy((delivery: Delivery) => ({
  ...delivery,
  record: redacted(delivery.record, eventSecrecy),
  body: `(${Buffer.byteLength(delivery.body)} bytes)`,
}))

/** A context object without its functions. */
function dataOf(context: unknown): unknown {
  if (typeof context !== 'object' || context === null) return context
  return Object.fromEntries(
    Object.entries(context)
      .filter(([, value]) => typeof value !== 'function')
      .map(([key, value]) => [key, redacted(value, eventSecrecy, [key])]),
  )
}
