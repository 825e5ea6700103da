import type { IncomingHttpHeaders } from 'node:http'

/** Where an endpoint is. */
export interface OwnPlace {
  readonly port: number
  readonly hosts: ReadonlySet<string>
}

/** What a client may call an endpoint that listens on an address. */
export function ownHosts(address: string): ReadonlySet<string> {
  return new Set(['localhost', '127.0.0.1', '[::1]', address, `[${address}]`])
}

/**
 * Why a request may not come in; undefined if it may. A page of the Web can make a browser send requests to this machine,
 * or point a name of its own at it, so the Host must be ours and a foreign Origin is refused before anything is read.
 */
export function refusedOrigin(headers: IncomingHttpHeaders, { hosts, port }: OwnPlace): string | undefined {
  const named = hostOf(headers.host ?? '')
  if (!hosts.has(named.name) || named.port !== port) return `The Host '${headers.host ?? ''}' is not this endpoint.`
  const { origin } = headers
  if (origin !== undefined && !isOwnOrigin(origin, hosts, port)) return `The Origin '${origin}' is not this endpoint.`
  if (headers['sec-fetch-site'] === 'cross-site') return 'Requests from pages of other sites are refused.'
  return undefined
}

function isOwnOrigin(origin: string, own: ReadonlySet<string>, port: number): boolean {
  const named = hostOf(origin.replace(/^http:\/\//, ''))
  return origin.startsWith('http://') && own.has(named.name) && named.port === port
}

function hostOf(text: string): { name: string; port: number } {
  const found = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(text)
  return { name: found?.[1]?.toLowerCase() ?? '', port: Number(found?.[2] ?? 80) }
}
