import http from 'node:http'
import https from 'node:https'
import type { SdkHttpRequest } from '../sdk/sdkShapes'

/**
 * A request handler for clients of the SDK that speaks HTTP/1.1. Kinesis' client speaks HTTP/2 by itself, which local engines do not
 * know without TLS; and the handler that the SDK has for this need not be where it can be found.
 */
export function plainHttpHandler(): object {
  const secure = new https.Agent({ keepAlive: true })
  const plain = new http.Agent({ keepAlive: true })
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: (request: SdkHttpRequest, { abortSignal }: { readonly abortSignal?: AbortSignal } = {}) =>
      new Promise((resolve, reject) => {
        const { method, hostname, port, path, headers, body } = request
        const options = { method, port, path, headers, host: hostname.replace(/^\[|\]$/g, ''), signal: abortSignal }
        const sent =
          request.protocol === 'https:'
            ? https.request({ ...options, agent: secure })
            : http.request({ ...options, agent: plain })
        sent.on('error', reject)
        sent.on('response', (response) => {
          resolve({ response: { statusCode: response.statusCode, headers: response.headers, body: response } })
        })
        sent.end(body as string | Uint8Array | undefined)
      }),
    destroy() {
      secure.destroy()
      plain.destroy()
    },
  }
}
