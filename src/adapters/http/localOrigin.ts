import type { IncomingHttpHeaders } from 'node:http'

/** What a client may call an endpoint, with the port: what it puts into Host. */
export function ownHosts(address: string, port: number): ReadonlySet<string> {
  const names = ['localhost', '127.0.0.1', '[::1]', address, `[${address}]`].map((name) => name.toLowerCase())
  return new Set([...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])])
}

/**
 * Why a request may not come in; undefined if it may. A page of the Web can make a browser send requests to this machine,
 * or point a name of its own at it, so the Host must be ours and a foreign Origin is refused before anything is read.
 */
export function refusedOrigin(headers: IncomingHttpHeaders, hosts: ReadonlySet<string>): string | undefined {
  const { host = '', origin } = headers
  if (!hosts.has(host.toLowerCase())) return `The Host '${host}' is not this endpoint.`
  if (origin !== undefined && !(origin.startsWith('http://') && hosts.has(origin.slice('http://'.length).toLowerCase())))
    return `The Origin '${origin}' is not this endpoint.`
  if (headers['sec-fetch-site'] === 'cross-site') return 'Requests from pages of other sites are refused.'
  return undefined
}
