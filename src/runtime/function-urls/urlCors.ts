import type { Cors } from '../../model/api'
import type { WebReply, WebRequest } from './webMessages'

/**
 * The answer to a browser's preflight request, which Lambda gives itself if the URL has a Cors configuration: the function is not
 * run, and nobody has to be allowed to. Undefined for every other request.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors
 */
export function preflightReply(cors: Cors | undefined, { method, headers }: WebRequest): WebReply | undefined {
  const isPreflight = method === 'OPTIONS' && headers.origin !== undefined && 'access-control-request-method' in headers
  if (cors === undefined || !isPreflight) return undefined
  const allowed = originHeaders(cors, headers.origin)
  const lists = {
    'access-control-allow-methods': cors.AllowMethods?.join(','),
    'access-control-allow-headers': cors.AllowHeaders?.join(','),
    'access-control-max-age': cors.MaxAge === undefined ? undefined : String(cors.MaxAge),
  }
  const body = new Uint8Array()
  return { kind: 'reply', status: 200, headers: { ...allowed, ...(allowed && present(lists)) }, cookies: [], body }
}

/**
 * An answer with the headers of the URL's Cors configuration. One that the function has set itself is kept beside Lambda's own,
 * so that a browser finds two values and refuses both (observed).
 */
export function withCors(cors: Cors | undefined, request: WebRequest, reply: WebReply): WebReply {
  const added = cors && originHeaders(cors, request.headers.origin)
  if (added === undefined) return reply
  const headers: Record<string, string> = { ...reply.headers }
  for (const [name, value] of Object.entries(added)) {
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
  }
  return { ...reply, headers }
}

/** What allows an origin to read an answer; undefined if it may not, or if nobody asks. */
function originHeaders(cors: Cors, origin: string | undefined): Readonly<Record<string, string>> | undefined {
  const { AllowOrigins: origins = [], AllowCredentials: credentials = false, ExposeHeaders: exposed } = cors
  const everybody = origins.includes('*')
  if (origin === undefined || !(everybody || origins.includes(origin))) return undefined
  // A browser takes no wildcard for a request with credentials.
  const isNamed = !everybody || credentials
  return present({
    'access-control-allow-origin': isNamed ? origin : '*',
    'access-control-allow-credentials': credentials ? 'true' : undefined,
    'access-control-expose-headers': exposed?.join(','),
    vary: isNamed ? 'Origin' : undefined,
  })
}

function present(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]))
}
