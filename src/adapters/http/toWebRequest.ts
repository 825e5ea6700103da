import type { IncomingMessage } from 'node:http'
import type { WebRequest } from '../../webExchange'
import type { RequestTarget } from './requestTarget'

/** A request from the socket to a function URL, or by a link to code; the path stays raw. */
export function toWebRequest(
  request: IncomingMessage,
  {
    target,
    host,
    body,
    endpoint,
    signal,
  }: Pick<WebRequest, 'host' | 'body' | 'endpoint' | 'signal'> & { readonly target: RequestTarget },
): WebRequest {
  return {
    method: request.method ?? 'GET',
    host,
    ...target,
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
