import { callerOf } from '../../../src/runtime/function-urls/caller'
import { webRequest } from '../../support/webRequest'

const scope = '20260131/us-east-1/lambda/aws4_request'
const signed = (accessKey: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=host;x-amz-date, Signature=0`,
})
const caller = (request: Parameters<typeof webRequest>[0], region = 'us-east-1') =>
  callerOf(webRequest(request), '123456789012', region)

describe('the caller of a function URL', () => {
  it('is who signed the header, of the account of the double', () => {
    expect(caller({ headers: signed('AKIAIOSFODNN7EXAMPLE') })).toEqual({
      accessKey: 'AKIAIOSFODNN7EXAMPLE',
      accountId: '123456789012',
      arn: 'arn:aws:iam::123456789012:root',
    })
  })

  it('is who signed the query', () => {
    expect(caller({ query: `X-Amz-Credential=${encodeURIComponent(`AKIA/${scope}`)}&X-Amz-Signature=0` })).toMatchObject({
      accessKey: 'AKIA',
    })
  })

  it('is of another account if the access key is one', () => {
    expect(caller({ headers: signed('999999999999') }, 'cn-north-1')).toEqual({
      accessKey: '999999999999',
      accountId: '999999999999',
      arn: 'arn:aws-cn:iam::999999999999:root',
    })
  })

  it.each([
    ['no signature', {}],
    ['a bearer token', { headers: { authorization: 'Bearer Credential=AKIA/x' } }],
    ['a signature without a credential', { headers: { authorization: 'AWS4-HMAC-SHA256 Signature=0' } }],
    ['an empty credential', { headers: { authorization: 'AWS4-HMAC-SHA256 Credential=/x' } }],
  ])('is nobody with %s', (_, request) => {
    expect(caller(request)).toBeUndefined()
  })
})
