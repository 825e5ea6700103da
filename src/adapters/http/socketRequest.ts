import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WireRequest } from '../../wire/messages'
import { accountOfKey, credentialScope } from '../credentials/credentialScope'
import { callerGone } from './callerGone'
import type { RequestTarget } from './requestTarget'

/**
 * A request from the socket as the double sees it: the path stays raw, the region is the one it was signed for. A class for the
 * signal's sake: few requests wait for anything, and a signal takes longer to make than all of a small answer. As a getter of the
 * prototype it costs nothing until somebody asks, and is not among what the journal shows.
 */
export class SocketRequest implements WireRequest {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly endpoint: string
  readonly region: string | undefined
  readonly accountId: string | undefined
  #caller: ServerResponse | undefined
  #signal: AbortSignal | undefined

  constructor(
    request: Pick<IncomingMessage, 'method' | 'headers'>,
    { path, query }: RequestTarget,
    { body, endpoint, caller }: { readonly body: Uint8Array; readonly endpoint: string; readonly caller: ServerResponse },
  ) {
    this.method = request.method ?? 'GET'
    this.path = path
    this.query = query
    this.headers = textsOf(request.headers)
    this.body = body
    this.endpoint = endpoint
    const { accessKey, region } = credentialScope(this.headers.authorization, this.query)
    this.region = region
    this.accountId = accountOfKey(accessKey)
    this.#caller = caller
  }

  get signal(): AbortSignal | undefined {
    return (this.#signal ??= this.#caller && callerGone(this.#caller))
  }

  /** Lets go of the connection, which the journal must not keep in memory. */
  answered(): void {
    this.#caller = undefined
    this.#signal = undefined
  }
}

/** Node gives one text for every header but Set-Cookie, which no client has a reason to send. The object is this request's own. */
function textsOf(headers: IncomingMessage['headers']): Readonly<Record<string, string>> {
  const cookies = headers['set-cookie']
  return (cookies === undefined ? headers : { ...headers, 'set-cookie': cookies.join(', ') }) as Record<string, string>
}
