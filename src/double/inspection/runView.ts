import { formatDelivery } from '../../journal/formatDelivery'
import { formatInvocation } from '../../journal/formatInvocation'
import type { Delivery } from '../../runtime/destinations/delivery'
import type { Invocation } from '../../runtime/invocation'
import { eventSecrecy } from '../../usage/secrets'
import { redacted } from '../../usage/redacted'

/** A run of a function as plain data that may be shown. */
export interface InvocationView extends Omit<Invocation, 'context'> {
  /** All of it on one line. */
  readonly text: string
}

export function invocationView(invocation: Invocation): InvocationView {
  const { context: _, event, result, ...rest } = invocation
  return {
    ...rest,
    event: redacted(event, eventSecrecy),
    result: redacted(result, eventSecrecy),
    text: formatInvocation(invocation),
  }
}

/** What was sent to a destination or dead-letter target, as plain data that may be shown. */
export interface DeliveryView extends Omit<Delivery, 'body'> {
  /** All of it on one line. */
  readonly text: string
}

export function deliveryView(delivery: Delivery): DeliveryView {
  const { body: _, record, ...rest } = delivery
  return { ...rest, record: redacted(record, eventSecrecy), text: formatDelivery(delivery) }
}
