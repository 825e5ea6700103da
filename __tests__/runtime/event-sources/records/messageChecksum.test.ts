import { attributesChecksum, md5 } from '../../../../src/runtime/event-sources/records/messageChecksum'

it('of a body is its MD5, as in the event that AWS shows', () => {
  expect(md5('Test message.')).toBe('e4e68fb7bd0e697a0ae8f1bb342846b3')
})

describe('the checksum of message attributes', () => {
  it('is that which SQS answers', () => {
    expect(attributesChecksum({ timestamp: { dataType: 'Number', stringValue: '1493147359900' } })).toBe(
      '235c5c510d26fb653d073faed50ae77c',
    )
  })
  it('does not depend on the order of their names', () => {
    const [a, b] = [
      { dataType: 'String', stringValue: 'x' },
      { dataType: 'Binary', binaryValue: 'AQI=' },
    ]
    expect(attributesChecksum({ a, b })).toBe(attributesChecksum({ b, a }))
  })
  it('is missing where there are none', () => {
    expect(attributesChecksum({})).toBeUndefined()
  })
})
