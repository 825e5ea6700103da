import { newApiGatewayEvent } from '../../../src/events/http/apiGatewayEvent'
import { newPlace, uuid } from '../../support/eventPlace'
import { noon } from '../../support/runtime'

const api = (given: object): any => newApiGatewayEvent('api', given, newPlace())
const trace = expect.stringMatching(/^Root=1-697deec0-[0-9a-f]{24}$/)
const given = {
  method: 'POST',
  path: '/orders/a%20b?limit=5',
  resource: '/orders/{id}',
  query: { tag: ['x', 'y z'] },
  headers: { Accept: ['text/html', 'application/json'], 'User-Agent': 'curl/8', Cookie: 'a=1; b=2' },
  body: { sku: 'tea' },
  apiId: 'abcdefghij',
  sourceIp: '192.0.2.1',
  stageVariables: { table: 'orders' },
  authorizer: { principalId: 'me' },
}

test('a REST API sends every member of payload format 1.0', () => {
  expect(api(given)).toEqual({
    resource: '/orders/{id}',
    path: '/orders/a%20b',
    httpMethod: 'POST',
    headers: {
      Accept: 'application/json',
      'User-Agent': 'curl/8',
      Cookie: 'a=1; b=2',
      'Content-Type': 'application/json',
      Host: 'abcdefghij.execute-api.us-east-1.amazonaws.com',
      'X-Amzn-Trace-Id': trace,
      'X-Forwarded-For': '192.0.2.1',
      'X-Forwarded-Port': '443',
      'X-Forwarded-Proto': 'https',
    },
    multiValueHeaders: {
      Accept: ['text/html', 'application/json'],
      'User-Agent': ['curl/8'],
      Cookie: ['a=1; b=2'],
      'Content-Type': ['application/json'],
      Host: ['abcdefghij.execute-api.us-east-1.amazonaws.com'],
      'X-Amzn-Trace-Id': [trace],
      'X-Forwarded-For': ['192.0.2.1'],
      'X-Forwarded-Port': ['443'],
      'X-Forwarded-Proto': ['https'],
    },
    queryStringParameters: { limit: '5', tag: 'y z' },
    multiValueQueryStringParameters: { limit: ['5'], tag: ['x', 'y z'] },
    pathParameters: { id: 'a b' },
    stageVariables: { table: 'orders' },
    requestContext: {
      resourceId: expect.stringMatching(/^[a-z0-9]{6}$/),
      authorizer: { principalId: 'me' },
      resourcePath: '/orders/{id}',
      httpMethod: 'POST',
      extendedRequestId: expect.stringMatching(/^[a-z0-9]{15}=$/),
      requestTime: '31/Jan/2026:12:00:00 +0000',
      path: '/test/orders/a%20b',
      accountId: '123456789012',
      protocol: 'HTTP/1.1',
      stage: 'test',
      domainPrefix: 'abcdefghij',
      requestTimeEpoch: noon,
      requestId: uuid,
      identity: {
        cognitoIdentityPoolId: null,
        accountId: null,
        cognitoIdentityId: null,
        caller: null,
        sourceIp: '192.0.2.1',
        principalOrgId: null,
        accessKey: null,
        cognitoAuthenticationType: null,
        cognitoAuthenticationProvider: null,
        userArn: null,
        userAgent: 'curl/8',
        user: null,
      },
      domainName: 'abcdefghij.execute-api.us-east-1.amazonaws.com',
      deploymentId: expect.stringMatching(/^[a-z0-9]{6}$/),
      apiId: 'abcdefghij',
    },
    body: '{"sku":"tea"}',
    isBase64Encoded: false,
  })
})

test('of what a request to a REST API does not have, null is sent', () => {
  expect(api({ path: '/' })).toMatchObject({
    httpMethod: 'GET',
    resource: '/',
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: null,
  })
})

test('an HTTP API sends every member of payload format 2.0', () => {
  expect(api({ ...given, version: '2.0' })).toEqual({
    version: '2.0',
    routeKey: 'POST /orders/{id}',
    rawPath: '/orders/a%20b',
    rawQueryString: 'limit=5&tag=x&tag=y+z',
    cookies: ['a=1', 'b=2'],
    headers: {
      accept: 'text/html,application/json',
      'user-agent': 'curl/8',
      'content-type': 'application/json',
      'content-length': '13',
      host: 'abcdefghij.execute-api.us-east-1.amazonaws.com',
      'x-amzn-trace-id': trace,
      'x-forwarded-for': '192.0.2.1',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
    },
    queryStringParameters: { limit: '5', tag: 'x,y z' },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abcdefghij',
      authorizer: { principalId: 'me' },
      domainName: 'abcdefghij.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'abcdefghij',
      http: { method: 'POST', path: '/orders/a%20b', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'curl/8' },
      requestId: uuid,
      routeKey: 'POST /orders/{id}',
      stage: '$default',
      time: '31/Jan/2026:12:00:00 +0000',
      timeEpoch: noon,
    },
    body: '{"sku":"tea"}',
    pathParameters: { id: 'a b' },
    isBase64Encoded: false,
    stageVariables: { table: 'orders' },
  })
})

test('an HTTP API sends no members for what a request does not have', () => {
  expect(Object.keys(api({ version: '2.0', path: '/' }))).toEqual([
    'version',
    'routeKey',
    'rawPath',
    'rawQueryString',
    'headers',
    'requestContext',
    'isBase64Encoded',
  ])
})

test('the name of a stage stands in the path of an HTTP API, and only in the context of a REST API', () => {
  expect(api({ version: '2.0', path: '/a', stage: 'prod' })).toMatchObject({ rawPath: '/prod/a' })
  expect(api({ path: '/a', stage: 'prod' })).toMatchObject({ path: '/a', requestContext: { path: '/prod/a' } })
})

test('bytes go in base64, and a content type that is given stays', () => {
  const headers = { 'content-type': 'image/png' }
  expect(api({ path: '/', body: new Uint8Array([1, 2, 3]), headers })).toMatchObject({
    httpMethod: 'POST',
    body: 'AQID',
    isBase64Encoded: true,
    headers: { 'content-type': 'image/png' },
  })
})

test('a greedy parameter takes the rest of the path', () => {
  expect(api({ path: '/a/b/c', resource: '/a/{proxy+}' }).pathParameters).toEqual({ proxy: 'b/c' })
})

test.each([
  [{}, 'api needs path as a text that is not empty, not undefined.'],
  [{ path: 'orders' }, "api needs a path that begins with /, not 'orders'."],
  [{ path: '/', version: '1' }, "api needs version as '1.0' (REST API) or '2.0' (HTTP API), not '1'."],
  [{ path: '/', method: 'post' }, "api needs a method of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, not 'post'."],
  [{ path: '/users/7', resource: '/orders/{id}' }, "api: the path '/users/7' is none of the resource '/orders/{id}'."],
  [{ path: '/', headers: { a: {} } }, 'api needs headers.a as a text or a list of texts, not an object.'],
  [{ path: '/', authorizer: 'me' }, "api needs authorizer as an object, not 'me'."],
  [{ path: '/', quary: {} }, "api has no member 'quary'. Did you mean 'query'?"],
])('%j is refused', (bad, message) => {
  expect(() => api(bad)).toThrow(message)
})
