import { isServiceError } from '../../src/errors/serviceError'
import { parseEvent } from '../../src/runtime/parseEvent'

const bytes = (text: string) => new TextEncoder().encode(text)
const thrownBy = (payload: Uint8Array): any => {
  try {
    parseEvent(payload)
  } catch (error) {
    return error
  }
  throw new Error('It was accepted.')
}

test('a payload of zero bytes is the event {}', () => {
  expect(parseEvent(new Uint8Array())).toEqual({})
})

test.each(['null', '0', 'false', '"text"', '[]', '{"id":7}', ' {"é":"😀"} '])('any JSON value is an event: %s', (text) => {
  expect(parseEvent(bytes(text))).toEqual(JSON.parse(text))
})

test('every call gives a fresh copy', () => {
  const payload = bytes('{"items":[1]}')
  const first = parseEvent(payload) as { items: number[] }
  first.items.push(2)
  expect(parseEvent(payload)).toEqual({ items: [1] })
})

test('what is no JSON is refused with InvalidRequestContentException and the place of the fault', () => {
  const error = thrownBy(bytes('foo'))
  expect(isServiceError(error)).toBe(true)
  expect(error).toMatchObject({ name: 'InvalidRequestContentException', status: 400 })
  expect(error.message).toBe(
    'Could not parse request body into json: Could not parse payload into json: ' +
      "Unrecognized token 'foo': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n" +
      ' at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 4]',
  )
})

test('what is not UTF-8 is refused, a byte order mark too', () => {
  for (const payload of [Uint8Array.of(0x22, 0xff, 0x22), Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)]) {
    const error = thrownBy(payload)
    expect(error.name).toBe('InvalidRequestContentException')
    expect(error.message).toMatch(/^Could not parse request body into json: Could not parse payload into json: ./)
  }
})
