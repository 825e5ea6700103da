import { UsageError } from '../../errors/usageError'
import { formatValue } from '../../matching/formatValue'
import { isMembers } from '../../usage/isMembers'
import { requireBytes, shown } from '../../usage/readMembers'
import { requireOptions } from '../../usage/requireOptions'
import type { Behaviour } from '../behaviour'

/** An HTTP answer that is not Lambda's, as a proxy, a firewall or a load balancer gives it. */
export interface ForeignAnswer {
  /** The HTTP status, 200 to 599. */
  readonly status: number
  readonly headers?: Readonly<Record<string, string | number>>
  /** Text and bytes are sent as they are, any other value as JSON. Default: none. */
  readonly body?: unknown
}

/** Answers with HTTP that is not Lambda's; the operation is not reached. */
export function answers(answer: ForeignAnswer): Behaviour {
  requireOptions(answer, ['status', 'headers', 'body'], 'answers')
  const { status, headers = {}, body } = answer
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new UsageError(`answers({ status: ${formatValue(status, { limit: 60 })} }) needs an HTTP status from 200 to 599.`)
  if (!isMembers(headers))
    throw new UsageError(`answers({ headers }) needs an object, such as { 'content-type': 'text/html' }, not ${shown(headers)}.`)
  for (const [name, value] of Object.entries(headers))
    if (typeof value !== 'string' && !Number.isFinite(value))
      throw new UsageError(`answers({ headers }) needs text or a number as '${name}', not ${shown(value)}.`)
  const isRaw = body === undefined || typeof body === 'string' || ArrayBuffer.isView(body)
  const bytes = new Uint8Array(requireBytes('answers(...)', 'body', body === undefined ? '' : body))
  const lowerCased = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])
  return {
    text: `answers({ status: ${status} })`,
    before: () => ({
      outcome: {
        kind: 'reply',
        status,
        headers: { ...(!isRaw && { 'content-type': 'application/json' }), ...Object.fromEntries(lowerCased) },
        body: bytes,
      },
    }),
  }
}
