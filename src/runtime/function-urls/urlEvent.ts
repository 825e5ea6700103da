import type { FunctionUrlRecord } from '../../state/functionUrlRecord'
import type { Caller } from './caller'
import { commonLogTime } from './commonLogTime'
import { eventBody } from './eventBody'
import type { WebRequest } from './webMessages'

/** What an event needs besides the request. */
export interface UrlEventSource {
  readonly url: FunctionUrlRecord
  readonly region: string
  readonly caller: Caller | undefined
  readonly requestId: string
  /** For X-Amzn-Trace-Id. */
  readonly trace: string
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * The event that a request to a function URL becomes: payload format 2.0, as for HTTP APIs. Members that have nothing to say are
 * not there: cookies, queryStringParameters, body (observed); pathParameters and stageVariables never are.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-request-payload
 */
export function newUrlEvent(request: WebRequest, source: UrlEventSource): Readonly<Record<string, unknown>> {
  const { url, region, caller, requestId, now } = source
  const { cookie, ...headers } = request.headers
  const domainName = `${url.id}.lambda-url.${region}.on.aws`
  const sourceIp = request.sourceIp ?? '127.0.0.1'
  const iam = url.authType === 'AWS_IAM' ? caller : undefined
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: request.path,
    rawQueryString: request.query,
    // As in HTTP APIs, cookies are here and not among the headers.
    cookies: cookie === undefined ? undefined : cookie.split(/;\s*/).filter((each) => each !== ''),
    headers: { host: domainName, ...headers, ...forwardingHeaders(request, sourceIp), 'x-amzn-trace-id': source.trace },
    queryStringParameters: queryParameters(request.query),
    requestContext: {
      accountId: iam?.accountId ?? 'anonymous',
      apiId: url.id,
      authentication: null,
      authorizer: iam === undefined ? null : { iam: identityOf(iam) },
      domainName,
      domainPrefix: url.id,
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now,
    },
    ...eventBody(request),
  }
}

/** How the request came to Lambda; through an endpoint of the double's own, how it came there, so that links lead back. */
function forwardingHeaders({ headers, endpoint }: WebRequest, sourceIp: string): Readonly<Record<string, string>> {
  const { protocol, port } = new URL(endpoint ?? 'https://on.aws')
  const before = headers['x-forwarded-for']
  return {
    'x-forwarded-for': before === undefined ? sourceIp : `${before}, ${sourceIp}`,
    'x-forwarded-port': port || (protocol === 'https:' ? '443' : '80'),
    'x-forwarded-proto': protocol.slice(0, -1),
  }
}

/** Decoded, the values of a name that comes more than once joined by commas. */
function queryParameters(query: string): Readonly<Record<string, string>> | undefined {
  if (query === '') return undefined
  const values = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(query)) {
    const before = values.get(name)
    values.set(name, before === undefined ? value : `${before},${value}`)
  }
  return Object.fromEntries(values)
}

function identityOf({ accessKey, accountId, arn }: Caller): Readonly<Record<string, string | null>> {
  return {
    accessKey,
    accountId,
    callerId: accountId,
    cognitoIdentity: null,
    principalOrgId: null,
    userArn: arn,
    userId: accountId,
  }
}
