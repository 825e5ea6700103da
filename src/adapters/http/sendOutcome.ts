import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { WireOutcome } from '../../wire/messages'

/** Sends an answer over the socket, or breaks the connection. A function URL's answer may set cookies. */
export async function sendOutcome(
  response: ServerResponse,
  outcome: WireOutcome & { readonly cookies?: readonly string[] },
): Promise<void> {
  if (outcome.kind === 'broken') {
    // The caller sees a reset; which of the network's failures it was cannot be told over a connection that is open already.
    response.socket?.resetAndDestroy()
    return
  }
  const { cookies = [] } = outcome
  response.writeHead(outcome.status, { ...outcome.headers, ...(cookies.length > 0 && { 'set-cookie': [...cookies] }) })
  if (ArrayBuffer.isView(outcome.body)) {
    response.end(outcome.body)
    return
  }
  try {
    await pipeline(Readable.from(outcome.body), response)
  } catch {
    // The stream broke off, or the caller went away: either way there is nobody left to tell.
    response.destroy()
  }
}
