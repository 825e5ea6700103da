import { eventBody } from '../../../src/runtime/function-urls/eventBody'

const body = Buffer.from('a=1&b=ü')

describe('the body in the event', () => {
  it.each([
    'text/plain',
    'text/html; charset=utf-8',
    'application/json',
    'Application/JSON;charset=UTF-8',
    'application/xml',
    'application/javascript',
    'application/problem+json',
    'application/atom+xml',
  ])('is text for %s', (type) => {
    expect(eventBody({ headers: { 'content-type': type }, body })).toEqual({ body: 'a=1&b=ü', isBase64Encoded: false })
  })

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['an upload', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['an image', { 'content-type': 'image/png' }],
    ['a body without a type', {}],
    ['compressed text', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('is base64 for %s', (_, headers) => {
    expect(eventBody({ headers, body })).toEqual({ body: body.toString('base64'), isBase64Encoded: true })
  })

  it('is not there if the request has none', () => {
    expect(eventBody({ headers: { 'content-type': 'image/png' }, body: new Uint8Array() })).toEqual({ isBase64Encoded: false })
  })
})
