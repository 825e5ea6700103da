import { bufferedReply } from '../../../src/runtime/function-urls/bufferedReply'
import { seen } from '../../support/webRequest'

const reply = (result: unknown) => seen(bufferedReply(Buffer.from(JSON.stringify(result))))

describe('a result without statusCode', () => {
  it.each<[string, unknown, string]>([
    ['an object', { ok: true }, '{"ok":true}'],
    ['an object with a body, but no status', { body: 'x', headers: { a: 'b' } }, '{"body":"x","headers":{"a":"b"}}'],
    ['a list', ['hello', 3, true], '["hello",3,true]'],
    ['a number', 3.1, '3.1'],
    ['true', true, 'true'],
    ['null', null, 'null'],
    ['a text, as it is', 'hello', 'hello'],
    ['an object whose statusCode is null', { statusCode: null }, '{"statusCode":null}'],
  ])('is the body of a 200: %s', async (_, result, body) => {
    expect(await reply(result)).toEqual({ status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body })
  })

  it('is sent as it is if it is no JSON', async () => {
    expect(await seen(bufferedReply(Buffer.from('<p>hello</p>')))).toMatchObject({ status: 200, body: '<p>hello</p>' })
  })
})

describe('a result with statusCode', () => {
  it('describes the answer', async () => {
    const result = {
      statusCode: 201,
      headers: { 'Content-Type': 'text/html', 'X-Count': 3, 'X-Done': true },
      cookies: ['a=1; Path=/', 'b=2'],
      body: '<p>ü</p>',
    }
    expect(await reply(result)).toEqual({
      status: 201,
      headers: { 'content-type': 'text/html', 'x-count': '3', 'x-done': 'true' },
      cookies: ['a=1; Path=/', 'b=2'],
      body: '<p>ü</p>',
    })
  })

  it('is JSON unless it says otherwise, and empty without a body', async () => {
    const empty = { status: 404, headers: { 'content-type': 'application/json' }, cookies: [], body: '' }
    expect(await reply({ statusCode: 404 })).toEqual(empty)
    expect(await reply({ statusCode: '404', body: null, headers: null, cookies: null })).toEqual(empty)
  })

  it('is decoded from base64', async () => {
    const bytes = Buffer.from([0, 255, 10, 13])
    const result = { statusCode: 200, isBase64Encoded: true, body: bytes.toString('base64') }
    const { body } = bufferedReply(Buffer.from(JSON.stringify(result))) as { body: Uint8Array }
    expect(Buffer.from(body)).toEqual(bytes)
  })

  it('keeps a Set-Cookie header beside its cookies', async () => {
    expect(await reply({ statusCode: 200, headers: { 'set-cookie': 'a=1' }, cookies: ['b=2'] })).toMatchObject({
      headers: { 'content-type': 'application/json' },
      cookies: ['a=1', 'b=2'],
    })
  })

  it('cannot set the headers of the connection: they go out under another name, or not at all', async () => {
    const headers = { 'Content-Length': '7', Connection: 'close', Date: 'today', 'Transfer-Encoding': 'chunked', Upgrade: 'h2c' }
    expect(await reply({ statusCode: 200, headers })).toEqual({
      status: 200,
      cookies: [],
      body: '',
      headers: {
        'content-type': 'application/json',
        'x-amzn-remapped-content-length': '7',
        'x-amzn-remapped-connection': 'close',
        'x-amzn-remapped-date': 'today',
      },
    })
  })
})

describe('a result that is no HTTP answer', () => {
  it.each<[object, RegExp]>([
    [{ statusCode: 'ok' }, /^statusCode has to be a whole number from 200 to 599, not "ok"\.$/],
    [{ statusCode: 200.5 }, /^statusCode/],
    [{ statusCode: 99 }, /^statusCode/],
    [{ statusCode: 101 }, /^statusCode/],
    [{ statusCode: 1000 }, /^statusCode/],
    [{ statusCode: true }, /^statusCode/],
    [{ statusCode: 200, body: { ok: true } }, /^body has to be a text, not of type object: JSON\.stringify it\.$/],
    [{ statusCode: 200, body: [] }, /^body has to be a text, not a list/],
    [{ statusCode: 200, body: 7 }, /^body has to be a text/],
    [{ statusCode: 200, body: 'ü!', isBase64Encoded: true }, /no base64/],
    [{ statusCode: 200, headers: 'none' }, /^headers have to be an object\.$/],
    [{ statusCode: 200, headers: [] }, /^headers have to be an object\.$/],
    [{ statusCode: 200, headers: { 'x-list': ['a'] } }, /^The header x-list has to be a text of one line, not \["a"\]\.$/],
    [{ statusCode: 200, headers: { 'x-two': 'a\r\nset-cookie: b' } }, /^The header x-two/],
    [{ statusCode: 200, headers: { 'x-wide': '\u20ac' } }, /^The header x-wide/],
    [{ statusCode: 200, headers: { 'a b': 'c' } }, /^"a b" is no name of a header\.$/],
    [{ statusCode: 200, cookies: 'a=1' }, /^cookies/],
    [{ statusCode: 200, cookies: [1] }, /^cookies/],
    [{ statusCode: 200, cookies: ['a=1\nb'] }, /^cookies/],
  ])('%j says why', async (result, what) => {
    expect(await reply(result)).toEqual({ kind: 'malformed', what: expect.stringMatching(what) })
  })
})
