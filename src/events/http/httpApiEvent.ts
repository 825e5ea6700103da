import { commonLogTime } from '../../runtime/function-urls/commonLogTime'
import type { EventPlace } from '../eventPlace'
import type { ApiParts } from './apiParts'
import { joinedValues, withHeaders } from './httpRequest'

/**
 * The event of an HTTP API, payload format 2.0: names of headers in lower case, cookies apart, no member for what is not there.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.proxy-format
 */
export function httpApiEvent(parts: ApiParts, { accountId }: EventPlace) {
  const { path, method, query, queryText, domainName, apiId, resource, sourceIp, time, authorizer } = parts
  const { stage = '$default' } = parts
  const sent = withHeaders(parts.headers, {
    Host: domainName,
    'X-Amzn-Trace-Id': parts.trace,
    'X-Forwarded-For': sourceIp,
    'X-Forwarded-Port': '443',
    'X-Forwarded-Proto': 'https',
    ...(parts.body !== undefined && { 'Content-Length': String(bodyLength(parts)) }),
  }).map(([name, value]) => [name.toLowerCase(), value] as const)
  const { cookie, ...headers } = joinedValues(sent)!
  const routeKey = resource === undefined ? '$default' : `${method} ${resource}`
  // A stage with a name stands in the path.
  const rawPath = stage === '$default' ? path : `/${stage}${path}`
  const http = { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp, userAgent: headers['user-agent'] ?? '' }
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: queryText,
    ...(cookie !== undefined && { cookies: cookie.split(/;\s*/).filter((each) => each !== '') }),
    headers,
    ...(query.length > 0 && { queryStringParameters: joinedValues(query) }),
    requestContext: {
      accountId,
      apiId,
      ...(authorizer && { authorizer }),
      domainName,
      domainPrefix: apiId,
      http,
      requestId: parts.requestId,
      routeKey,
      stage,
      time: commonLogTime(time),
      timeEpoch: time,
    },
    ...(parts.body !== undefined && { body: parts.body }),
    ...(parts.pathParameters && { pathParameters: parts.pathParameters }),
    isBase64Encoded: parts.isBase64Encoded,
    ...(parts.stageVariables && { stageVariables: parts.stageVariables }),
  }
}

function bodyLength({ body = '', isBase64Encoded }: ApiParts): number {
  return Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8')
}
