import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { WireOutcome } from '../../wire/messages'
import type { AtEndOfTurn } from './endOfTurn'

/** Sends an answer over the socket, or breaks the connection. A function URL's answer may set cookies. */
export function sendOutcome(
  response: ServerResponse,
  outcome: WireOutcome & { readonly cookies?: readonly string[] },
  atEndOfTurn: AtEndOfTurn,
): void | Promise<void> {
  if (outcome.kind === 'broken') return breakOff(response, outcome.code)
  const { status, headers, body, cookies = [] } = outcome
  const isWhole = ArrayBuffer.isView(body)
  // Names and values in turn: Node writes them down as they are.
  const sent: string[] = []
  for (const name in headers) sent.push(name, headers[name]!)
  for (const cookie of cookies) sent.push('set-cookie', cookie)
  if (isWhole && status !== 204 && status !== 304 && headers['content-length'] === undefined)
    sent.push('content-length', String(body.byteLength))
  response.writeHead(status, sent)
  return isWhole ? atEndOfTurn(() => endWith(response, body)) : sendPieces(response, body)
}

async function sendPieces(response: ServerResponse, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), response)
  } catch {
    // The body broke off, or the caller went away: either way there is nobody left to tell.
    response.socket?.resetAndDestroy()
  }
}

/** Up to here a copy costs less than a second write to the socket. */
const smallBody = 16_384

/** Node sends a text in one write with the headers, and bytes in a second one. As latin1 every byte is one character. */
function endWith(response: ServerResponse, body: Uint8Array): void {
  if (body.byteLength > smallBody) response.end(body)
  else response.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1'), 'latin1')
}

/** What comes instead of an answer that is no HTTP: Node's parser names the fault by these codes, its limit for headers is 16 kB. */
const noHttp: Readonly<Record<string, string>> = {
  HPE_INVALID_CONSTANT: 'This is no HTTP.\r\n\r\n',
  HPE_HEADER_OVERFLOW: `HTTP/1.1 200 OK\r\nx-filler: ${'x'.repeat(17 * 1_024)}\r\n\r\n`,
}

/**
 * The caller sees a reset. Which other failure of the network it was cannot be told over a connection that is open already.
 */
function breakOff({ socket }: ServerResponse, code: string): void {
  const bytes = noHttp[code]
  if (bytes === undefined) socket?.resetAndDestroy()
  else socket?.end(bytes)
}
