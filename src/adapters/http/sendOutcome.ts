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
  const { status, headers, body, cookies = [] } = outcome
  const isWhole = ArrayBuffer.isView(body)
  response.writeHead(status, {
    ...(isWhole && status !== 204 && status !== 304 && { 'content-length': body.byteLength }),
    ...headers,
    ...(cookies.length > 0 && { 'set-cookie': [...cookies] }),
  })
  if (isWhole) {
    response.end(body)
    return
  }
  try {
    await pipeline(Readable.from(body), response)
  } catch {
    // The stream broke off, or the caller went away: either way there is nobody left to tell.
    response.destroy()
  }
}
