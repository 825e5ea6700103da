import { functionUrlHost, isWebPath } from '../../../src/adapters/http/webTarget'

describe('functionUrlHost', () => {
  it('is the function URL’s own host for one of this machine', () => {
    expect(functionUrlHost('abc.lambda-url.eu-west-1.localhost:9001', 9001)).toBe('abc.lambda-url.eu-west-1.on.aws')
    expect(functionUrlHost('ABC.Lambda-URL.eu-west-1.LOCALHOST:9001', 9001)).toBe('abc.lambda-url.eu-west-1.on.aws')
    expect(functionUrlHost('abc.lambda-url.eu-west-1.localhost', 80)).toBe('abc.lambda-url.eu-west-1.on.aws')
  })

  it.each([
    undefined,
    '',
    'localhost:9001',
    'lambda-url.eu-west-1.localhost:9001',
    'abc.lambda-url.eu-west-1.localhost:1',
    'abc.lambda-url.eu-west-1.localhost',
    'abc.lambda-url.eu-west-1.localhost.evil.example:9001',
    'abc.lambda-url.eu-west-1.on.aws:9001',
    'evil.abc.lambda-url.eu-west-1.localhost:9001',
    'abc.lambda-url.eu-west-1.localhost:9001@evil.example',
    'abc.lambda-url.eu-west-1.localhost:9001/',
    'abc.lambda-url..localhost:9001',
    ' abc.lambda-url.eu-west-1.localhost:9001',
  ])('does not take %j for one', (host) => {
    expect(functionUrlHost(host, 9001)).toBeUndefined()
  })
})

describe('isWebPath', () => {
  it.each(['/_url/abc', '/_url/abc/x', '/awslambda-us-east-1-tasks/snapshots/x', '/awslambda-cn-north-1-layers/x'])(
    'takes %s out of the Lambda API',
    (path) => expect(isWebPath(path)).toBe(true),
  )

  it.each(['/', '/_url', '/_url/', '/_url//x', '/_admin/reset', '/2015-03-31/functions/_url/abc', '/awslambda-tasks/x'])(
    'leaves %s to it',
    (path) => expect(isWebPath(path)).toBe(false),
  )
})
