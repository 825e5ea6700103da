import type { ServerResponse } from 'node:http'
import { UsageError } from '../../../errors/usageError'
import type { Served } from '../served'
import { limitOf, requireQuery } from './query'

const kinds = ['call', 'invocation', 'delivery', 'reset'] as const

/** Who reads so slowly that this much waits for them is let go. */
const mostWaiting = 16_777_216

/** Proxies and browsers give up on a connection that says nothing. */
const heartbeat = 15_000

/**
 * `GET events`: what happens, as it happens, as server-sent events: `event: call`, `invocation` and `delivery` with a view as JSON,
 * and `reset`. `?kinds=call,reset` leaves out the others, `?backlog=20` begins with the last calls.
 */
export function followEvents(
  { inspection }: Pick<Served, 'inspection'>,
  query: URLSearchParams,
  { response, closing }: { readonly response: ServerResponse; readonly closing: AbortSignal },
): void {
  requireQuery(query, ['kinds', 'backlog'])
  const wanted: readonly string[] = query.get('kinds')?.split(',') ?? kinds
  const unknown = wanted.find((kind) => !(kinds as readonly string[]).includes(kind))
  if (unknown !== undefined) throw new UsageError(`?kinds has no '${unknown}': there are ${kinds.join(', ')}.`)
  const backlog = limitOf(query, 'backlog', 0)

  const send = (kind: string, view: unknown = {}) => {
    if (!wanted.includes(kind)) return
    response.write(`event: ${kind}\ndata: ${JSON.stringify(view)}\n\n`)
    if (response.writableLength > mostWaiting) response.destroy()
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': what happens in this Lambda\n\n')
  for (const view of inspection.calls(backlog)) send('call', view)
  const stop = inspection.follow(send)
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeat).unref()
  const end = () => void response.end()
  // Otherwise it would keep the endpoint open for ever.
  closing.addEventListener('abort', end)
  response.once('close', () => {
    closing.removeEventListener('abort', end)
    stop()
    clearInterval(beat)
  })
}
