import type { Malformed } from './webMessages'

/** The first part of an HTTP answer, as a function gives it. */
export interface ReplyHead {
  readonly kind: 'head'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
}

/** Headers that belong to the connection, which Lambda keeps to itself: what the function gives goes out under another name. */
const remapped = ['connection', 'content-length', 'date', 'server', 'www-authenticate']
/** Headers that would change how the answer is sent. */
const dropped = ['keep-alive', 'trailer', 'transfer-encoding', 'upgrade']

/**
 * Reads `statusCode`, `headers` and `cookies` of a function's result, or of the beginning of its stream. The content type is JSON
 * unless the function says otherwise.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-response-payload
 */
export function replyHead(result: Readonly<Record<string, unknown>>): ReplyHead | Malformed {
  const { statusCode } = result
  const [headers, cookies] = [result.headers ?? {}, result.cookies ?? []]
  const status = typeof statusCode === 'string' && /^\d{3}$/.test(statusCode) ? Number(statusCode) : statusCode
  if (!Number.isInteger(status) || (status as number) < 200 || (status as number) > 599) {
    return malformed(`statusCode has to be a whole number from 200 to 599, not ${JSON.stringify(statusCode)}.`)
  }
  if (typeof headers !== 'object' || Array.isArray(headers)) return malformed('headers have to be an object.')
  if (!Array.isArray(cookies) || !cookies.every(isFieldValue)) return malformed('cookies have to be a list of texts of one line.')

  const set: string[] = []
  const sent: Record<string, string> = {}
  for (const [given, value] of Object.entries(headers)) {
    const name = given.toLowerCase()
    if (!/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name)) return malformed(`${JSON.stringify(given)} is no name of a header.`)
    if (!['string', 'number', 'boolean'].includes(typeof value) || !isFieldValue(String(value))) {
      return malformed(`The header ${given} has to be a text of one line, not ${JSON.stringify(value)}.`)
    }
    if (name === 'set-cookie') set.push(String(value))
    else if (!dropped.includes(name)) sent[remapped.includes(name) ? `x-amzn-remapped-${name}` : name] = String(value)
  }
  const withType = { 'content-type': 'application/json', ...sent }
  return { kind: 'head', status: status as number, headers: withType, cookies: [...set, ...cookies] }
}

export function malformed(what: string): Malformed {
  return { kind: 'malformed', what }
}

/** What HTTP can carry in a header: no control characters, nothing beyond Latin-1. */
function isFieldValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
}
