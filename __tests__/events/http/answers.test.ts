import { albAnswer } from '../../../src/events/http/albAnswer'
import { httpApiAnswer, restApiAnswer } from '../../../src/events/http/apiGatewayAnswer'
import type { SourceOutcome } from '../../../src/events/sourceOutcome'

const answered = (result: unknown, duration = 5): SourceOutcome => ({
  kind: 'answered',
  payload: Buffer.from(JSON.stringify(result)),
  duration,
})
const failed: SourceOutcome = { kind: 'failed', error: { errorMessage: 'boom' }, reason: 'Error: boom', duration: 5 }
const refused: SourceOutcome = { kind: 'refused', name: 'TooManyRequestsException', reason: 'Rate Exceeded.' }

describe('a REST API', () => {
  test('hands on status, headers of both kinds and the body, and says JSON unless told otherwise', () => {
    const result = {
      statusCode: 201,
      headers: { 'X-Id': 7, Vary: 'a' },
      multiValueHeaders: { Vary: ['b', 'c'], 'Set-Cookie': ['a=1', 'b=2'] },
      body: '{"id":7}',
    }
    expect(restApiAnswer(answered(result))).toEqual({
      statusCode: 201,
      headers: { 'content-type': 'application/json', 'x-id': '7', vary: 'b, c' },
      cookies: ['a=1', 'b=2'],
      body: { id: 7 },
      reason: undefined,
    })
  })

  test.each([
    [{ 'content-type': 'text/html' }, '<p>', false, '<p>'],
    [{ 'Content-Type': 'image/png' }, 'AQID', true, new Uint8Array([1, 2, 3])],
    [{ 'content-type': 'application/problem+json' }, '{}', false, {}],
    [{}, 'no JSON', false, 'no JSON'],
    [{}, null, false, undefined],
  ])('a body of %j is read as that', (headers, body, isBase64Encoded, expected) => {
    expect(restApiAnswer(answered({ statusCode: 200, headers, body, isBase64Encoded })).body).toEqual(expected)
  })

  test.each([
    ['tea', /The result has to be an object with a statusCode/],
    [null, /not null/],
    [[], /not a list/],
    [{ body: 'a' }, /statusCode has to be a whole number/],
    [{ statusCode: 99 }, /statusCode has to be a whole number from 100 to 599, not 99/],
    [{ statusCode: 200, body: { a: 1 } }, /body has to be a text, not of type object: JSON.stringify it/],
    [{ statusCode: 200, headers: 'a' }, /headers have to be an object/],
    [{ statusCode: 200, headers: { a: {} } }, /The header a has to be a text/],
    [{ statusCode: 200, multiValueHeaders: { a: 'b' } }, /has to be a list/],
    [{ statusCode: 200, cookies: [] }, /The result has a member cookies; it may have statusCode, headers/],
  ])('a result of %j is malformed: 502, and only the test gets to know why', (result, reason) => {
    expect(restApiAnswer(answered(result))).toMatchObject({
      statusCode: 502,
      headers: { 'content-type': 'application/json' },
      body: { message: 'Internal server error' },
      reason: expect.stringMatching(reason),
    })
  })

  test('says 502 of a function that fails, 500 of Lambda refusing, 504 after 29 seconds', () => {
    const message = 'Internal server error'
    expect(restApiAnswer(failed)).toMatchObject({ statusCode: 502, body: { message }, reason: 'Error: boom' })
    expect(restApiAnswer(refused)).toMatchObject({ statusCode: 500, body: { message } })
    expect(restApiAnswer(answered({ statusCode: 200 }, 29_001))).toMatchObject({
      statusCode: 504,
      body: { message: 'Endpoint request timed out' },
    })
  })
})

describe('an HTTP API', () => {
  test.each([
    [{ id: 7 }, 200, { id: 7 }],
    ['hello', 200, 'hello'],
    [{ statusCode: 404, body: 'gone', headers: { 'content-type': 'text/plain' } }, 404, 'gone'],
  ])('takes %j for an answer', (result, statusCode, body) => {
    expect(httpApiAnswer(answered(result))).toMatchObject({ statusCode, body, reason: undefined })
  })

  test('hands cookies on', () => {
    expect(httpApiAnswer(answered({ statusCode: 200, cookies: ['a=1'] })).cookies).toEqual(['a=1'])
  })

  test('says 500 of whatever goes wrong, and 503 after 30 seconds', () => {
    const wrong = { statusCode: 500, body: { message: 'Internal Server Error' } }
    expect(httpApiAnswer(failed)).toMatchObject(wrong)
    expect(httpApiAnswer(refused)).toMatchObject(wrong)
    expect(httpApiAnswer(answered({ statusCode: 'ok' }))).toMatchObject({ ...wrong, reason: expect.stringMatching(/statusCode/) })
    expect(httpApiAnswer(answered({}, 30_001))).toMatchObject({ statusCode: 503, body: { message: 'Service Unavailable' } })
  })
})

describe('a load balancer', () => {
  test('hands the answer on, with the headers of the kind that it asked with', () => {
    const result = {
      statusCode: 200,
      statusDescription: '200 OK',
      headers: { 'content-type': 'text/plain' },
      multiValueHeaders: { 'content-type': ['application/json'] },
      body: '[1]',
    }
    expect(albAnswer(answered(result), { headers: {} }).body).toBe('[1]')
    expect(albAnswer(answered(result), { multiValueHeaders: {} }).body).toEqual([1])
  })

  test.each([
    ['failing', failed],
    ['refused', refused],
    ['malformed', answered({})],
    ['too large', answered({ statusCode: 200, body: 'a'.repeat(1024 * 1024) })],
  ])('shows its own page with 502 if the function is %s', (_, outcome) => {
    expect(albAnswer(outcome, {})).toMatchObject({
      statusCode: 502,
      headers: { 'content-type': 'text/html' },
      body: expect.stringContaining('<h1>502 Bad Gateway</h1>'),
      reason: expect.any(String),
    })
  })
})
