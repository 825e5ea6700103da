import { Readable } from 'node:stream'
import type { LambdaClientConfig } from '@aws-sdk/client-lambda'
import type { WireReply, WireRequest } from '../../src/wire/messages'

/** What an SDK hands to its request handler, as far as it matters here. */
interface SdkRequest {
  readonly method: string
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A request handler for a real client that answers with our wire messages. */
export function speak(answer: (request: WireRequest) => WireReply): NonNullable<LambdaClientConfig['requestHandler']> {
  return {
    async handle(request: SdkRequest) {
      const reply = answer({
        method: request.method,
        path: request.path,
        query: queryOf(request),
        headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value])),
        body: await bytesOf(request.body),
      })
      const body = reply.body instanceof Uint8Array ? [reply.body] : reply.body
      return { response: { statusCode: reply.status, headers: { ...reply.headers }, body: Readable.from(body) } }
    },
  } as never
}

/** As the SDK's own handlers write it: everything but letters, digits and `-_.~` percent-encoded. */
function queryOf({ query = {} }: SdkRequest): string {
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return Object.entries(query)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value as string | null]).map((item: string | null) => [name, item] as const),
    )
    .map(([name, item]) => (item === null ? encode(name) : `${encode(name)}=${encode(item)}`))
    .join('&')
}

async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (body === undefined) return new Uint8Array()
  if (typeof body === 'string') return Buffer.from(body)
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  const chunks: Uint8Array[] = []
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
