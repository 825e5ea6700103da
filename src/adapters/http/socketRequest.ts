import type { IncomingMessage } from 'node:http'
import type { WireRequest } from '../../wire/messages'
import { accountOfKey, credentialScope } from '../credentials/credentialScope'
import { originForm } from './originForm'

/**
 * A request from the socket as the double sees it: the path stays raw, the region is the one it was signed for. A class for the
 * signal's sake: as a getter of the prototype it costs nothing until somebody asks, and is not among what the journal shows.
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
  readonly #gone: () => AbortSignal

  constructor(request: IncomingMessage, body: Uint8Array, endpoint: string, gone: () => AbortSignal) {
    const target = originForm(request.url ?? '/')
    const mark = target.indexOf('?')
    this.method = request.method ?? 'GET'
    this.path = mark < 0 ? target : target.slice(0, mark)
    this.query = mark < 0 ? '' : target.slice(mark + 1)
    this.headers = textsOf(request.headers)
    this.body = body
    this.endpoint = endpoint
    const { accessKey, region } = credentialScope(this.headers.authorization, this.query)
    this.region = region
    this.accountId = accountOfKey(accessKey)
    this.#gone = gone
  }

  get signal(): AbortSignal {
    return this.#gone()
  }
}

/** Node gives one text for every header but Set-Cookie, which no client has a reason to send. The object is this request's own. */
function textsOf(headers: IncomingMessage['headers']): Readonly<Record<string, string>> {
  const cookies = headers['set-cookie']
  return (cookies === undefined ? headers : { ...headers, 'set-cookie': cookies.join(', ') }) as Record<string, string>
}
