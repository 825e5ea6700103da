import { isMembers } from '../../usage/isMembers'
import { malformed } from '../../runtime/function-urls/replyHead'
import type { Malformed } from '../../runtime/function-urls/webMessages'
import { readableBody, type HttpAnswer } from './httpAnswer'

/** Members that an answer may have, and the content type of one that names none. */
export interface ProxyRules {
  readonly members: readonly string[]
  readonly contentType: string | undefined
  /** Which of the two members for headers counts. */
  readonly headers: 'both' | 'single' | 'multiple'
}

/**
 * Reads the result of a function that answers a REST API or a load balancer: an object with a statusCode, headers and a body that is
 * a text. Of a header that stands in both members the list counts.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format
 */
export function proxyReply(payload: Uint8Array, rules: ProxyRules): HttpAnswer | Malformed {
  const result = parsed(payload)
  if (!isMembers(result)) return malformed(`The result has to be an object with a statusCode, not ${kindOf(result)}.`)
  const unknown = Object.keys(result).find((name) => !rules.members.includes(name))
  if (unknown !== undefined) return malformed(`The result has a member ${unknown}; it may have ${rules.members.join(', ')}.`)
  const statusCode = statusOf(result.statusCode)
  if (statusCode === undefined)
    return malformed(`statusCode has to be a whole number from 100 to 599, not ${JSON.stringify(result.statusCode)}.`)
  const headers = headersOf(result, rules)
  if ('what' in headers) return headers
  const { body = '', isBase64Encoded = false } = result
  if (body !== null && typeof body !== 'string')
    return malformed(`body has to be a text, not ${kindOf(body)}: JSON.stringify it.`)
  const bytes = Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8')
  const { 'set-cookie': cookies = [], ...others } = headers.values
  const joined = Object.fromEntries(Object.entries(others).map(([name, values]) => [name, values.join(', ')]))
  const typed = rules.contentType === undefined ? joined : { 'content-type': rules.contentType, ...joined }
  return { statusCode, headers: typed, cookies, body: readableBody(bytes, typed['content-type']), reason: undefined }
}

function parsed(payload: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(payload).toString()) as unknown
  } catch {
    return undefined
  }
}

/** A text of digits will do. */
function statusOf(given: unknown): number | undefined {
  const status = typeof given === 'string' && /^\d{3}$/.test(given) ? Number(given) : given
  return Number.isInteger(status) && (status as number) >= 100 && (status as number) <= 599 ? (status as number) : undefined
}

function headersOf(
  { headers, multiValueHeaders }: Readonly<Record<string, unknown>>,
  rules: ProxyRules,
): { readonly values: Readonly<Record<string, string[]>> } | Malformed {
  const [single, multiple] = [headers ?? {}, multiValueHeaders ?? {}]
  if (!isMembers(single)) return malformed('headers have to be an object.')
  if (!isMembers(multiple)) return malformed('multiValueHeaders have to be an object.')
  const values: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(rules.headers === 'multiple' ? {} : single)) {
    if (!['string', 'number', 'boolean'].includes(typeof value)) return malformed(`The header ${name} has to be a text.`)
    values[name.toLowerCase()] = [String(value)]
  }
  for (const [name, list] of Object.entries(rules.headers === 'single' ? {} : multiple)) {
    if (!Array.isArray(list)) return malformed(`The header ${name} in multiValueHeaders has to be a list.`)
    values[name.toLowerCase()] = list.map(String)
  }
  return { values }
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`
}
