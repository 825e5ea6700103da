import { newAlbEvent } from '../../../src/events/http/albEvent'
import { newPlace } from '../../support/eventPlace'

const alb = (given: object): any => newAlbEvent('alb', given, newPlace())
const given = { path: '/orders?q=a%20b&q=c', headers: { Accept: ['text/html', 'text/plain'] } }
const added = {
  host: 'functions-1234567890.us-east-1.elb.amazonaws.com',
  'x-amzn-trace-id': expect.stringMatching(/^Root=1-697deec0-[0-9a-f]{24}$/),
  'x-forwarded-for': '127.0.0.1',
  'x-forwarded-port': '80',
  'x-forwarded-proto': 'http',
}

test('a load balancer sends the last value of each name, and the query as the client wrote it', () => {
  expect(alb(given)).toEqual({
    requestContext: {
      elb: {
        targetGroupArn: expect.stringMatching(
          /^arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup\/functions\/[0-9a-f]{16}$/,
        ),
      },
    },
    httpMethod: 'GET',
    path: '/orders',
    queryStringParameters: { q: 'c' },
    headers: { accept: 'text/plain', ...added },
    body: '',
    isBase64Encoded: false,
  })
})

test('with multi-value headers it sends all of them, and those alone', () => {
  const event = alb({ ...given, multiValueHeaders: true })
  expect(event.multiValueQueryStringParameters).toEqual({ q: ['a%20b', 'c'] })
  expect(event.multiValueHeaders).toMatchObject({ accept: ['text/html', 'text/plain'], host: [added.host] })
  expect(event).not.toHaveProperty('headers')
  expect(event).not.toHaveProperty('queryStringParameters')
})

test.each([
  [{ path: '/', multiValueHeaders: 'yes' }, 'alb needs multiValueHeaders as true or false.'],
  [{ path: '/', targetGroupArn: 'x' }, /needs targetGroupArn as an ARN that begins with arn:aws:elasticloadbalancing:/],
  [{ path: '/', resource: '/' }, "alb has no member 'resource'."],
])('%j is refused', (bad, message) => {
  expect(() => alb(bad)).toThrow(message)
})
