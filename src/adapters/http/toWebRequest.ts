import type { IncomingMessage } from 'node:http'
import type { WebRequest } from '../../webExchange'
import { requestTarget } from './requestTarget'

/** A request from the socket to a function URL, or by a link to code; the path stays raw. */
export function toWebRequest(
  request: IncomingMessage,
  { host, body, endpoint, signal }: Pick<WebRequest, 'host' | 'body' | 'endpoint' | 'signal'>,
): WebRequest {
  return {
    method: request.method ?? 'GET',
    host,
    ...requestTarget(request.url),
    headers: Object.fromEntries(
      Object.entries(request.headersDistinct).map(([name, values = []]) => [name, values.join(name === 'cookie' ? '; ' : ',')]),
    ),
    body,
    // An address of IPv4 as a socket of IPv6 sees it.
    sourceIp: request.socket.remoteAddress?.replace(/^::ffff:/, ''),
    endpoint,
    signal,
  }
}
