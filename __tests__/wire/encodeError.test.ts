import { ServiceError } from '../../src/errors/serviceError'
import { encodeError } from '../../src/wire/encodeError'
import { recordedErrors } from '../fixtures/recordedErrors'

const requestId = '8f5b6f0e-1c2d-4e3f-8a9b-0c1d2e3f4a5b'

function reply(error: ServiceError) {
  const { status, headers, body } = encodeError(error, requestId)
  return { status, headers, body: JSON.parse(Buffer.from(body as Uint8Array).toString()) as unknown }
}

test('a throttled invocation, as recorded', () => {
  const error = new ServiceError('TooManyRequestsException', 'Rate Exceeded.', {
    Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
  })
  expect(reply(error)).toEqual({
    status: 429,
    headers: {
      'x-amzn-requestid': requestId,
      'x-amzn-errortype': 'TooManyRequestsException',
      'content-type': 'application/json',
    },
    body: { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded', Type: 'User', message: 'Rate Exceeded.' },
  })
})

test('retryAfterSeconds is the header Retry-After, and in no body', () => {
  const { headers, body } = reply(new ServiceError('TooManyRequestsException', 'Rate Exceeded.', { retryAfterSeconds: '3' }))
  expect(headers).toMatchObject({ 'retry-after': '3' })
  expect(body).toEqual({ Type: 'User', message: 'Rate Exceeded.' })
})

test.each<[ConstructorParameters<typeof ServiceError>[0], number, Record<string, string>]>([
  ['ResourceNotFoundException', 404, { Type: 'User', Message: 'm' }],
  ['ResourceConflictException', 409, { Type: 'User', message: 'm' }],
  ['ServiceException', 500, { Type: 'Service', Message: 'm' }],
  ['ResourceNotReadyException', 502, { Type: 'Service', message: 'm' }],
  ['ValidationException', 400, { message: 'm' }],
  ['SerializationException', 400, { message: 'm' }],
  ['RequestEntityTooLargeException', 413, { message: 'm' }],
  ['AccessDeniedException', 403, { Message: 'm' }],
])("%s is answered with its own status, blame and spelling of 'message'", (name, status, body) => {
  expect(reply(new ServiceError(name, 'm'))).toMatchObject({ status, body })
  expect(reply(new ServiceError(name, 'm')).body).toEqual(body)
})

test('other members are in the body, and unknown ones are not', () => {
  expect(reply(new ServiceError('EC2UnexpectedException', 'm', { EC2ErrorCode: 'InternalError', Colour: 'red' })).body).toEqual({
    EC2ErrorCode: 'InternalError',
    Type: 'Service',
    Message: 'm',
  })
})

test('AccessDeniedException without a reason has a null message, as AWS answers for the function of another account', () => {
  expect(reply(new ServiceError('AccessDeniedException', '')).body).toEqual({ Message: null })
})

describe('status, blame and spelling are those of every recorded error', () => {
  const told = recordedErrors.filter(({ httpStatus }) => httpStatus !== undefined)
  const kinds = new Map(
    told.map((entry) => [`${entry.errorCode} ${entry.httpStatus}, ${entry.extra ? 'with' : 'without'} a Type`, entry]),
  )

  test.each([...kinds])('%s', (_, { errorCode, httpStatus, bodyMessageKey, extra, message }) => {
    const { status, body } = reply(new ServiceError(errorCode as 'ServiceException', message, extra ?? { Type: undefined }))
    expect(status).toBe(httpStatus)
    expect(body).toEqual({ ...extra, [bodyMessageKey ?? 'message']: message })
  })
})
