import http from 'node:http'
import https from 'node:https'

/** A request as the SDK hands it to whoever sends it. */
interface SdkRequest {
  readonly method: string
  readonly protocol: string
  readonly hostname: string
  readonly port?: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/**
 * A request handler for clients of the SDK that speaks HTTP/1.1. Kinesis' client speaks HTTP/2 by itself, which local engines do not
 * know without TLS; and the handler that the SDK has for this need not be where it can be found.
 */
export function plainHttpHandler(): object {
  const secure = new https.Agent({ keepAlive: true })
  const plain = new http.Agent({ keepAlive: true })
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: ({ body, ...request }: SdkRequest, { abortSignal }: { readonly abortSignal?: AbortSignal } = {}) =>
      new Promise((resolve, reject) => {
        const { method, hostname, port, path, headers } = request
        const options = { method, port, path, headers, host: hostname.replace(/^\[|\]$/g, ''), signal: abortSignal }
        const sent =
          request.protocol === 'https:'
            ? https.request({ ...options, agent: secure })
            : http.request({ ...options, agent: plain })
        sent.on('error', reject)
        sent.on('response', (response) => {
          resolve({ response: { statusCode: response.statusCode, headers: response.headers, body: response } })
        })
        sent.end(body)
      }),
    destroy() {
      secure.destroy()
      plain.destroy()
    },
  }
}
