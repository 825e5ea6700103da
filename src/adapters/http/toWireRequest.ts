import type { IncomingMessage } from 'node:http'
import type { WireRequest } from '../../wire/messages'
import { accountOfKey, credentialScope } from '../credentials/credentialScope'

/** A request from the socket as the double sees it: the path stays raw, the region is the one it was signed for. */
export function toWireRequest(request: IncomingMessage, body: Uint8Array, endpoint: string, signal: AbortSignal): WireRequest {
  const target = request.url ?? '/'
  const mark = target.indexOf('?')
  const query = mark < 0 ? '' : target.slice(mark + 1)
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  const { accessKey, region } = credentialScope(headers.authorization, query)
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query,
    headers,
    body,
    endpoint,
    signal,
    region,
    accountId: accountOfKey(accessKey),
  }
}
