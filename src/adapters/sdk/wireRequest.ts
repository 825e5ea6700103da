import type { SdkHttpRequest } from './sdkShapes'

/**
 * Copies the headers of a request as they stand now, names in lower case: the SDK changes its own before the next attempt.
 * Thousands of requests are kept, so a value that is the same as last time is kept once, and a new one in one piece: the SDK puts
 * its ids together of twenty.
 */
export function createHeaderCopier(): (headers: Readonly<Record<string, string>>) => Record<string, string> {
  const known = new Map<string, { readonly lowerCase: string; value: string }>()
  return (headers) => {
    const copy: Record<string, string> = {}
    for (const name of Object.keys(headers)) {
      const value = String(headers[name])
      let header = known.get(name)
      if (header === undefined) known.set(name, (header = { lowerCase: name.toLowerCase(), value: '' }))
      if (header.value !== value) header.value = Buffer.from(value).toString()
      copy[header.lowerCase] = header.value
    }
    return copy
  }
}

/** The query string as the SDK writes it: names in order, RFC 3986 escapes, a name alone where there is no value. */
export function queryString(query: SdkHttpRequest['query']): string {
  if (query === undefined) return ''
  const names = Object.keys(query)
  if (names.length === 0) return ''
  return names
    .sort()
    .flatMap((name) => {
      const value = query[name]
      if (Array.isArray(value)) return value.map((each: string) => `${escape(name)}=${escape(each)}`)
      return typeof value === 'string' ? `${escape(name)}=${escape(value)}` : escape(name)
    })
    .join('&')
}

function escape(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

/**
 * The region that a Lambda endpoint of any partition is in: FIPS, dual-stack and VPC endpoints too. Undefined for other hosts,
 * such as an endpoint of the user's own.
 * https://docs.aws.amazon.com/general/latest/gr/lambda-service.html
 */
export function regionOfHost(hostname: string): string | undefined {
  return /(?:^|\.)lambda(?:-fips)?\.([a-z]{2,}(?:-[a-z]+)+-\d+)\./.exec(hostname)?.[1]
}

/** The body's bytes, copied: the caller may use its buffer again. A stream is read to its end. */
export function bodyBytes(body: unknown): Uint8Array | Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array(0)
  if (typeof body === 'string') return new Uint8Array(Buffer.from(body))
  if (ArrayBuffer.isView(body)) return new Uint8Array(Buffer.from(body.buffer, body.byteOffset, body.byteLength))
  if (isAsyncIterable(body)) return collected(body)
  return new Uint8Array(body as ArrayBuffer)
}

/** Node's streams and the web's are both read this way. */
function isAsyncIterable(body: unknown): body is AsyncIterable<Uint8Array | string> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

async function collected(body: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(Buffer.from(piece as Uint8Array))
  return new Uint8Array(Buffer.concat(pieces))
}
