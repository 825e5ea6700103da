import type { Cors } from '../../../src/model/api'
import { preflightReply, withCors } from '../../../src/runtime/function-urls/urlCors'
import type { WebReply } from '../../../src/runtime/function-urls/webMessages'
import { webRequest } from '../../support/webRequest'

const origin = 'https://example.com'
const cors: Cors = {
  AllowOrigins: [origin, 'http://localhost:3000'],
  AllowMethods: ['GET', 'POST'],
  AllowHeaders: ['content-type', 'x-tag'],
  ExposeHeaders: ['x-count', 'date'],
  MaxAge: 300,
  AllowCredentials: true,
}
const preflight = (from = origin) =>
  webRequest({ method: 'OPTIONS', headers: { origin: from, 'access-control-request-method': 'POST' } })
const plain = (headers: Record<string, string> = {}): WebReply => ({
  kind: 'reply',
  status: 200,
  headers,
  cookies: [],
  body: new Uint8Array(),
})

describe('a preflight request', () => {
  it('is answered from the Cors configuration', () => {
    expect(preflightReply(cors, preflight())).toEqual(
      plain({
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': 'x-count,date',
        'access-control-allow-methods': 'GET,POST',
        'access-control-allow-headers': 'content-type,x-tag',
        'access-control-max-age': '300',
        vary: 'Origin',
      }),
    )
  })

  it('allows nothing to an origin that is not on the list', () => {
    expect(preflightReply(cors, preflight('https://evil.example'))).toEqual(plain())
    expect(preflightReply({ AllowMethods: ['*'] }, preflight())).toEqual(plain())
  })

  it('is allowed by a wildcard, which becomes the origin where credentials are allowed', () => {
    expect(preflightReply({ AllowOrigins: ['*'], AllowMethods: ['*'] }, preflight())?.headers).toEqual({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': '*',
    })
    expect(preflightReply({ AllowOrigins: ['*'], AllowCredentials: true }, preflight())?.headers).toEqual({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      vary: 'Origin',
    })
  })

  it.each([
    ['without a Cors configuration', undefined, preflight()],
    ['that asks for no method', cors, webRequest({ method: 'OPTIONS', headers: { origin } })],
    ['of no page', cors, webRequest({ method: 'OPTIONS', headers: { 'access-control-request-method': 'GET' } })],
    ['by another method', cors, webRequest({ headers: { origin, 'access-control-request-method': 'GET' } })],
  ])('is the function’s own business %s', (_, configuration, request) => {
    expect(preflightReply(configuration, request)).toBeUndefined()
  })
})

describe('an answer', () => {
  const asked = webRequest({ headers: { origin } })

  it('gets the headers of the Cors configuration', () => {
    expect(withCors(cors, asked, plain({ 'x-count': '1' })).headers).toEqual({
      'x-count': '1',
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'x-count,date',
      vary: 'Origin',
    })
  })

  it('has two values, which browsers refuse, if the function sets the same header', () => {
    const own = plain({ 'access-control-allow-origin': '*' })
    expect(withCors({ AllowOrigins: ['*'] }, asked, own).headers).toEqual({ 'access-control-allow-origin': '*, *' })
  })

  it.each([
    ['no page asks', cors, webRequest()],
    ['the origin is not on the list', cors, webRequest({ headers: { origin: 'https://evil.example' } })],
    ['there is no Cors configuration', undefined, asked],
  ])('stays as it is if %s', (_, configuration, request) => {
    const reply = plain({ 'access-control-allow-origin': 'of the function' })
    expect(withCors(configuration, request, reply)).toBe(reply)
  })
})
