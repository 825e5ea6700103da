import type { WebRequest } from '../../webExchange'
import type { NockRequest } from './nockShapes'

/** Reads the requests that nock hands out, whichever version it is. */
export interface RequestReader {
  /** Nock's 'request' event, before it calls the reply function. */
  readonly beforeReply: (request: NockRequest | Request) => void
  /** @param input what nock calls the reply function with */
  read(request: NockRequest | undefined, input: readonly unknown[]): Promise<WebRequest>
}

export function createRequestReader(): RequestReader {
  const sent = new WeakMap<object, NockRequest['headers']>()
  return {
    beforeReply(request) {
      if (!isNodes(request)) return
      // Nock parses what claims to be JSON, and what then throws is caught by nobody: hide the claim. The double wants bytes anyway.
      sent.set(request, request.headers)
      request.headers = { ...request.headers, 'content-type': undefined }
    },
    async read(request, [first]) {
      if (request === undefined) return fromFetch(first as Request)
      request.headers = sent.get(request) ?? request.headers
      return fromNode(request)
    },
  }
}

function isNodes(request: NockRequest | Request): request is NockRequest {
  return 'requestBodyBuffers' in request
}

function fromNode(request: NockRequest): WebRequest {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined)
      headers[name.toLowerCase()] = Array.isArray(value) ? value.join(name === 'cookie' ? '; ' : ',') : String(value)
  }
  const { proto, host } = request.options
  const mark = request.path.indexOf('?')
  const gone = new AbortController()
  request.once('close', () => gone.abort(new Error('The caller closed the connection.')))
  return {
    method: request.method ?? 'GET',
    host: new URL(`${proto}://${host}`).host,
    path: mark < 0 ? request.path : request.path.slice(0, mark),
    query: mark < 0 ? '' : request.path.slice(mark + 1),
    headers,
    body: Buffer.concat(request.requestBodyBuffers),
    signal: gone.signal,
  }
}

async function fromFetch(request: Request): Promise<WebRequest> {
  const url = new URL(request.url)
  const { method, signal } = request
  const headers = { host: url.host, ...Object.fromEntries(request.headers) }
  const body = new Uint8Array(await request.clone().arrayBuffer())
  return { method, host: url.host, path: url.pathname, query: url.search.slice(1), headers, body, signal }
}
