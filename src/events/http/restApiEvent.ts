import { commonLogTime } from '../../runtime/function-urls/commonLogTime'
import type { EventPlace } from '../eventPlace'
import type { ApiParts } from './apiParts'
import { allValues, lastValues, withHeaders } from './httpRequest'

/**
 * The event of a REST API with proxy integration. What is not there is null.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
 */
export function restApiEvent(parts: ApiParts, { accountId, ids }: EventPlace) {
  const { path, method, query, domainName, apiId, stage = 'test', resource = path, sourceIp, time, authorizer } = parts
  const headers = withHeaders(parts.headers, {
    Host: domainName,
    'X-Amzn-Trace-Id': parts.trace,
    'X-Forwarded-For': sourceIp,
    'X-Forwarded-Port': '443',
    'X-Forwarded-Proto': 'https',
  })
  const userAgent = headers.findLast(([name]) => name.toLowerCase() === 'user-agent')?.[1] ?? null
  return {
    resource,
    path,
    httpMethod: method,
    headers: lastValues(headers)!,
    multiValueHeaders: allValues(headers)!,
    queryStringParameters: lastValues(query),
    multiValueQueryStringParameters: allValues(query),
    pathParameters: parts.pathParameters ?? null,
    stageVariables: parts.stageVariables ?? null,
    requestContext: {
      resourceId: ids.token(6),
      ...(authorizer && { authorizer }),
      resourcePath: resource,
      httpMethod: method,
      extendedRequestId: `${ids.token(15)}=`,
      requestTime: commonLogTime(time),
      path: `/${stage}${path}`,
      accountId,
      protocol: 'HTTP/1.1',
      stage,
      domainPrefix: apiId,
      requestTimeEpoch: time,
      requestId: parts.requestId,
      identity: {
        cognitoIdentityPoolId: null,
        accountId: null,
        cognitoIdentityId: null,
        caller: null,
        sourceIp,
        principalOrgId: null,
        accessKey: null,
        cognitoAuthenticationType: null,
        cognitoAuthenticationProvider: null,
        userArn: null,
        userAgent,
        user: null,
      },
      domainName,
      deploymentId: ids.token(6),
      apiId,
    },
    body: parts.body ?? null,
    isBase64Encoded: parts.isBase64Encoded,
  }
}
