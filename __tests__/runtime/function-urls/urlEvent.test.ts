import { newUrlEvent, type UrlEventSource } from '../../../src/runtime/function-urls/urlEvent'
import type { WebRequest } from '../../../src/runtime/function-urls/webMessages'
import { noon } from '../../support/runtime'
import { webRequest } from '../../support/webRequest'

const id = 'abcdefghijklmnopqrstuvwxyz012345'

const source: UrlEventSource = {
  url: { qualifier: undefined, id, authType: 'NONE', invokeMode: 'BUFFERED', created: 0, lastModified: 0 },
  region: 'us-east-1',
  caller: undefined,
  requestId: '11111111-2222-4333-8444-555555555555',
  trace: 'Root=1-697df540-abcdefabcdefabcdefabcdef',
  now: noon,
}

/** As the function gets it: JSON. */
function event(request: Parameters<typeof webRequest>[0] = {}, more: Partial<UrlEventSource> = {}): any {
  return JSON.parse(JSON.stringify(newUrlEvent(webRequest(request), { ...source, ...more })))
}

describe('the event of a function URL', () => {
  it('has every field of payload format 2.0', () => {
    const request = {
      method: 'POST',
      path: '/orders/7',
      query: 'a=1&a=2&b=x%20y',
      headers: {
        'content-type': 'application/json',
        cookie: 'one=1; two=2',
        'user-agent': 'curl/8.5.0',
        'x-tag': 'a,b',
      },
      body: '{"id":7}',
      sourceIp: '203.0.113.9',
    }
    expect(event(request)).toEqual({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/orders/7',
      rawQueryString: 'a=1&a=2&b=x%20y',
      cookies: ['one=1', 'two=2'],
      headers: {
        host: `${id}.lambda-url.us-east-1.on.aws`,
        'content-type': 'application/json',
        'user-agent': 'curl/8.5.0',
        'x-tag': 'a,b',
        'x-amzn-trace-id': 'Root=1-697df540-abcdefabcdefabcdefabcdef',
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-port': '443',
        'x-forwarded-proto': 'https',
      },
      queryStringParameters: { a: '1,2', b: 'x y' },
      requestContext: {
        accountId: 'anonymous',
        apiId: id,
        authentication: null,
        authorizer: null,
        domainName: `${id}.lambda-url.us-east-1.on.aws`,
        domainPrefix: id,
        http: { method: 'POST', path: '/orders/7', protocol: 'HTTP/1.1', sourceIp: '203.0.113.9', userAgent: 'curl/8.5.0' },
        requestId: '11111111-2222-4333-8444-555555555555',
        routeKey: '$default',
        stage: '$default',
        time: '31/Jan/2026:12:00:00 +0000',
        timeEpoch: noon,
      },
      body: '{"id":7}',
      isBase64Encoded: false,
    })
  })

  it('leaves out cookies, query parameters and body where there are none', () => {
    const bare = event()
    expect(Object.keys(bare)).toEqual([
      ...['version', 'routeKey', 'rawPath', 'rawQueryString', 'headers', 'requestContext', 'isBase64Encoded'],
    ])
    expect(bare).toMatchObject({ rawPath: '/', rawQueryString: '', isBase64Encoded: false })
  })

  it('names the caller of a signed request to a URL with AWS_IAM', () => {
    const caller = { accessKey: 'AKIAIOSFODNN7EXAMPLE', accountId: '111122223333', arn: 'arn:aws:iam::111122223333:root' }
    const { requestContext } = event({}, { caller, url: { ...source.url, authType: 'AWS_IAM' } })
    expect(requestContext).toMatchObject({
      accountId: '111122223333',
      authorizer: {
        iam: {
          accessKey: 'AKIAIOSFODNN7EXAMPLE',
          accountId: '111122223333',
          callerId: '111122223333',
          cognitoIdentity: null,
          principalOrgId: null,
          userArn: 'arn:aws:iam::111122223333:root',
          userId: '111122223333',
        },
      },
    })
  })

  it('does not look at the signature of a request to an open URL', () => {
    const caller = { accessKey: 'AKIA', accountId: '111122223333', arn: 'arn:aws:iam::111122223333:root' }
    expect(event({}, { caller }).requestContext).toMatchObject({ accountId: 'anonymous', authorizer: null })
  })

  it.each<[string, Partial<WebRequest>, object]>([
    ['the path as it was sent', { path: '/a%2Fb/../%E0%A4%A' }, { rawPath: '/a%2Fb/../%E0%A4%A' }],
    ['a plus as a space in a parameter', { query: 'q=a+b' }, { rawQueryString: 'q=a+b', queryStringParameters: { q: 'a b' } }],
    ['a parameter without a value', { query: 'flag' }, { queryStringParameters: { flag: '' } }],
    ['one cookie', { headers: { cookie: 'a=b;c=d' } }, { cookies: ['a=b', 'c=d'] }],
  ])('has %s', (_, request, expected) => {
    expect(event(request)).toMatchObject(expected)
  })

  it('takes a parameter called __proto__ for a parameter', () => {
    const text = JSON.stringify(newUrlEvent(webRequest({ query: '__proto__=x&constructor=y' }), source))
    expect(text).toContain('"queryStringParameters":{"__proto__":"x","constructor":"y"}')
  })

  it('says how it came to an endpoint of the double, so that links of the function lead back', () => {
    const request = { endpoint: 'http://127.0.0.1:9001', headers: { host: '127.0.0.1:9001', 'x-forwarded-for': '10.0.0.1' } }
    const { headers, requestContext } = event(request)
    expect(headers).toMatchObject({
      host: '127.0.0.1:9001',
      'x-forwarded-for': '10.0.0.1, 127.0.0.1',
      'x-forwarded-port': '9001',
      'x-forwarded-proto': 'http',
    })
    expect(requestContext.domainName).toBe(`${id}.lambda-url.us-east-1.on.aws`)
  })
})
