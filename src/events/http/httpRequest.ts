import { isMembers } from '../../usage/isMembers'
import { requireJson, requireText, shown } from '../../usage/readMembers'
import { UsageError } from '../../errors/usageError'

type Value = string | number | boolean

/** A request as a client would send it. */
export interface HttpRequest {
  /** Default: GET, or POST with a body. */
  readonly method?: string
  /** May have a query: '/orders?limit=5'. */
  readonly path: string
  /** As values that are not encoded; a list for a name that comes more than once. */
  readonly query?: Readonly<Record<string, Value | readonly Value[]>>
  readonly headers?: Readonly<Record<string, Value | readonly Value[]>>
  /** Text as it is, bytes as base64, any other JSON value as its text and with a content type of JSON. */
  readonly body?: unknown
  /** The caller's address. Default: 127.0.0.1. */
  readonly sourceIp?: string
}

export const httpSpellings = {
  method: ['httpMethod'],
  path: ['rawPath'],
  query: ['queryStringParameters'],
  headers: [],
  body: [],
  sourceIp: [],
} as const

/** The same as the service sees it. */
export interface HttpParts {
  readonly method: string
  readonly path: string
  /** Decoded, in their order. */
  readonly query: readonly (readonly [name: string, value: string])[]
  /** As it was written, or would be. */
  readonly queryText: string
  /** With the names as they were given. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | undefined
  readonly isBase64Encoded: boolean
  readonly sourceIp: string
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

export function readHttpRequest(where: string, input: Readonly<Record<string, unknown>>): HttpParts {
  const target = requireText(where, 'path', input.path)
  if (!target.startsWith('/')) throw new UsageError(`${where} needs a path that begins with /, not ${shown(target)}.`)
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const inPath = mark < 0 ? '' : target.slice(mark + 1)
  const added = new URLSearchParams(
    pairs(where, 'query', input.query).map(([name, value]): [string, string] => [name, value]),
  ).toString()
  const queryText = [inPath, added].filter((part) => part !== '').join('&')
  const headers = pairs(where, 'headers', input.headers)
  const { type, ...body } = readBody(where, input.body)
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type')
  const method = input.method ?? (body.body === undefined ? 'GET' : 'POST')
  if (typeof method !== 'string' || !methods.includes(method))
    throw new UsageError(`${where} needs a method of ${methods.join(', ')}, not ${shown(method)}.`)
  return {
    method,
    path,
    query: [...new URLSearchParams(queryText)],
    queryText,
    headers: type === undefined || hasType ? headers : [...headers, ['Content-Type', type]],
    ...body,
    sourceIp: input.sourceIp === undefined ? '127.0.0.1' : requireText(where, 'sourceIp', input.sourceIp),
  }
}

function readBody(where: string, body: unknown): Pick<HttpParts, 'body' | 'isBase64Encoded'> & { readonly type?: string } {
  if (body === undefined) return { body, isBase64Encoded: false }
  if (typeof body === 'string') return { body, isBase64Encoded: false }
  if (!ArrayBuffer.isView(body))
    return { body: requireJson(where, 'body', body), isBase64Encoded: false, type: 'application/json' }
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return { body: bytes.toString('base64'), isBase64Encoded: true, type: 'application/octet-stream' }
}

function pairs(where: string, name: string, given: unknown = {}): (readonly [string, string])[] {
  if (!isMembers(given)) throw new UsageError(`${where} needs ${name} as an object, not ${shown(given)}.`)
  return Object.entries(given).flatMap(([key, values]) =>
    (Array.isArray(values) ? values : [values]).map((value: unknown) => {
      if (['string', 'number', 'boolean'].includes(typeof value)) return [key, String(value)] as const
      throw new UsageError(`${where} needs ${name}.${key} as a text or a list of texts, not ${shown(value)}.`)
    }),
  )
}

/** One value of each name, the last one; null if there are none. */
export function lastValues(entries: HttpParts['query']): Readonly<Record<string, string>> | null {
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

/** All values of each name; null if there are none. */
export function allValues(entries: HttpParts['query']): Readonly<Record<string, string[]>> | null {
  if (entries.length === 0) return null
  const values = new Map<string, string[]>()
  for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value])
  return Object.fromEntries(values)
}

/** One text for each name, its values joined by commas; undefined if there are none. */
export function joinedValues(entries: HttpParts['query']): Readonly<Record<string, string>> | undefined {
  const values = Object.entries(allValues(entries) ?? {})
  return values.length === 0 ? undefined : Object.fromEntries(values.map(([name, all]) => [name, all.join(',')]))
}

/** The headers with those that a service adds on the way, unless the client has sent them itself. */
export function withHeaders(headers: HttpParts['headers'], added: Readonly<Record<string, string>>): HttpParts['headers'] {
  const own = new Set(headers.map(([name]) => name.toLowerCase()))
  return [...headers, ...Object.entries(added).filter(([name]) => !own.has(name.toLowerCase()))]
}
