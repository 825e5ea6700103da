import type { WebExchange, WebReply } from '../../webExchange'
import { plainReply } from '../s3/plainReply'
import type { Fetch } from './fetchPatch'
import { redirected, type Hop } from './redirect'
import { toResponse } from './toResponse'
import { toWebRequest } from './toWebRequest'

export interface FetchTarget {
  readonly web: WebExchange
  /** Whether a redirection leads to the double again. */
  readonly isOurs: (url: URL) => boolean
  /** The fetch that was there, for a redirection that leads elsewhere. */
  readonly next: Fetch
}

/** As many as fetch follows. */
const mostRedirects = 20

/** Answers a call of fetch as the network would: with a Response, or with what a call rejects with that was aborted or failed. */
export async function answerFetch(input: unknown, init: RequestInit | undefined, target: FetchTarget): Promise<Response> {
  const request = new Request(input as Request, init)
  const { signal, redirect } = request
  let hop: Hop = {
    url: new URL(request.url),
    method: request.method,
    headers: new Headers(request.headers),
    body: request.body === null ? undefined : new Uint8Array(await untilAborted(signal, () => request.arrayBuffer())),
  }
  for (let count = 0; ; count++) {
    const reply = await untilAborted(signal, () => ask(hop, target, signal))
    const next = redirect === 'manual' ? undefined : redirected(reply, hop)
    if (next === undefined) return toResponse(reply, { ...hop, signal, wasRedirected: count > 0 })
    if (redirect === 'error') throw failed('unexpected redirect')
    if (count === mostRedirects) throw failed('redirect count exceeded')
    if (typeof next === 'string') throw failed(next)
    hop = next
    if (!target.isOurs(hop.url)) return elsewhere(hop, target, signal)
  }
}

async function ask(hop: Hop, { web }: FetchTarget, signal: AbortSignal): Promise<WebReply> {
  return plainReply(await web.exchange(toWebRequest(hop, signal)))
}

async function elsewhere({ url, method, headers, body }: Hop, { next }: FetchTarget, signal: AbortSignal): Promise<Response> {
  const response = await next(url, { method, headers, body: body ?? null, signal })
  return Object.defineProperty(response, 'redirected', { value: true, configurable: true })
}

/** Does something, and waits for it no longer than the caller does; nothing is begun for one who has given up already. */
function untilAborted<Value>(signal: AbortSignal, begin: () => Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- fetch rejects with whatever the signal was given
    const giveUp = () => reject(signal.reason)
    if (signal.aborted) return giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    void begin()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', giveUp))
  })
}

/** As Node's fetch fails. */
function failed(cause: string): TypeError {
  return new TypeError('fetch failed', { cause: new Error(cause) })
}
