import type { WebRequest } from '../../webExchange'
import type { Hop } from './redirect'

/** What Node's fetch sends besides the headers of the caller. */
const ownHeaders = {
  accept: '*/*',
  'accept-encoding': 'gzip, deflate',
  'accept-language': '*',
  'sec-fetch-mode': 'cors',
  'user-agent': 'node',
}

/** A request of fetch as the double sees it. */
export function toWebRequest({ url, method, headers, body }: Hop, signal: AbortSignal): WebRequest {
  return {
    method,
    host: url.host,
    path: url.pathname,
    query: url.search.slice(1),
    headers: {
      host: url.host,
      ...ownHeaders,
      ...Object.fromEntries(headers),
      ...((body !== undefined || method === 'POST' || method === 'PUT') && { 'content-length': String(body?.byteLength ?? 0) }),
    },
    body: body ?? new Uint8Array(),
    signal,
  }
}
