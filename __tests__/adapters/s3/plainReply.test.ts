import { XMLParser } from 'fast-xml-parser'
import type { S3Refusal, WebReply } from '../../../src/webExchange'
import { textOf } from '../../support/webRequest'

const refusal: S3Refusal = {
  kind: 's3-error',
  status: 403,
  headers: { 'content-type': 'application/xml', server: 'AmazonS3' },
  error: { Code: 'AccessDenied', Message: 'a < b & "c"', RequestId: '0123' },
}

const load = () =>
  (require('../../../src/adapters/s3/plainReply') as typeof import('../../../src/adapters/s3/plainReply')).plainReply

afterEach(() => {
  jest.dontMock('fast-xml-parser')
  jest.resetModules()
})

describe('what S3 refuses', () => {
  it('is XML', async () => {
    const reply = await load()(refusal)
    expect(reply).toMatchObject({ kind: 'reply', status: 403, headers: refusal.headers, cookies: [] })
    const text = await textOf(reply)
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>a &lt; b &amp; &quot;c&quot;</Message><RequestId>0123</RequestId></Error>',
    )
    expect(new XMLParser({ parseTagValue: false }).parse(text)).toMatchObject({ Error: refusal.error })
  })

  it.each(['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'])(
    'is a text that says what to install without fast-xml-parser: %s',
    async (code) => {
      jest.doMock('fast-xml-parser', () => {
        throw Object.assign(new Error('Cannot find it'), { code })
      })
      const reply = await load()(refusal)
      expect(reply).toMatchObject({ status: 403, headers: { 'content-type': 'text/plain; charset=utf-8', server: 'AmazonS3' } })
      expect(await textOf(reply)).toMatch(
        /^UsageError: S3 answers this link with AccessDenied: .* npm install --save-dev fast-xml-parser$/,
      )
    },
  )

  it('fails with the parser’s own failure if it is installed and broken', async () => {
    jest.doMock('fast-xml-parser', () => {
      throw new SyntaxError('broken')
    })
    await expect(load()(refusal)).rejects.toThrow('broken')
  })

  it('loads nothing for any other answer', async () => {
    const loaded = jest.fn()
    jest.doMock('fast-xml-parser', () => loaded())
    const reply: WebReply = { kind: 'reply', status: 200, headers: {}, cookies: [], body: new Uint8Array() }
    expect(await load()(reply)).toBe(reply)
    expect(loaded).not.toHaveBeenCalled()
  })
})
