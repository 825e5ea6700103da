import type { WebReply } from '../../webExchange'

/** One request of a call of fetch: the first, or one that a redirection led to. */
export interface Hop {
  readonly url: URL
  readonly method: string
  readonly headers: Headers
  readonly body: Uint8Array | undefined
}

/**
 * The request that a redirection leads to; undefined if the answer is none, and a text if it cannot be followed.
 * https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function redirected({ status, headers }: WebReply, { url, method, headers: sent, body }: Hop): Hop | string | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return undefined
  if (!URL.canParse(headers.location, url.href)) return `Invalid URL ${headers.location}`
  const target = new URL(headers.location, url)
  if (!/^https?:$/.test(target.protocol)) return 'URL scheme must be a HTTP(S) scheme'
  if (target.hash === '') target.hash = url.hash

  const kept = new Headers(sent)
  if (target.origin !== url.origin) for (const name of ['authorization', 'cookie', 'host']) kept.delete(name)
  const becomesGet = status === 303 ? method !== 'GET' && method !== 'HEAD' : status <= 302 && method === 'POST'
  if (!becomesGet) return { url: target, method, headers: kept, body }
  for (const name of ['content-encoding', 'content-language', 'content-length', 'content-location', 'content-type']) {
    kept.delete(name)
  }
  return { url: target, method: 'GET', headers: kept, body: undefined }
}
