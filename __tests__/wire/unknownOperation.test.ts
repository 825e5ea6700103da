import { unknownOperation } from '../../src/wire/unknownOperation'

test('a request that names no operation is answered with 403 AccessDeniedException: status, name and words are of one answer', () => {
  const requestId = '8f5b6f0e-1c2d-4e3f-8a9b-0c1d2e3f4a5b'
  const { status, headers, body } = unknownOperation(requestId)
  expect({ status, headers, body: JSON.parse(Buffer.from(body as Uint8Array).toString()) as unknown }).toEqual({
    status: 403,
    headers: {
      'x-amzn-requestid': requestId,
      'x-amzn-errortype': 'AccessDeniedException',
      'content-type': 'application/json',
    },
    body: { Message: 'Unable to determine service/operation name to be authorized' },
  })
})
