import * as sdk from '@aws-sdk/client-lambda'
import { mockLambda, type ErrorName, type MockLambda } from '../../src/index'
import { isModelledError } from '../../src/errors/serviceError'
import { shapes } from '../../src/model/shapes'

/**
 * Every error of AWS's model: its status, and how many attempts the SDK needs if it comes once (observed, with the real service's
 * answers replayed). Throttles, and whatever comes with 500 or 502, are retried, though many of the latter are permanent; 408 is not.
 */
const table: Readonly<Record<number, { readonly attempts: 1 | 2; readonly names: readonly string[] }>> = {
  400: {
    attempts: 1,
    names: [
      ...['AliasLimitExceeded', 'CallbackTimeout', 'CapacityProviderLimitExceeded', 'CodeStorageExceeded'],
      ...['CodeVerificationFailed', 'FunctionVersionsPerCapacityProviderLimitExceeded', 'InvalidCodeSignature'],
      ...['InvalidParameterValue', 'InvalidRequestContent', 'ModeNotSupported', 'NoPublishedVersion', 'PolicyLengthExceeded'],
      ...['PublicPolicy', 'RecursiveInvocation', 'ResourceInUse', 'SnapStart'],
    ],
  },
  402: { attempts: 1, names: ['ServiceQuotaExceeded'] },
  403: { attempts: 1, names: ['EFSMountFailure', 'S3FilesMountFailure'] },
  404: { attempts: 1, names: ['CodeSigningConfigNotFound', 'ProvisionedConcurrencyConfigNotFound', 'ResourceNotFound'] },
  408: {
    attempts: 1,
    names: ['EFSMountConnectivity', 'EFSMountTimeout', 'S3FilesMountConnectivity', 'S3FilesMountTimeout', 'SnapStartTimeout'],
  },
  409: {
    attempts: 1,
    names: [
      ...['CodeArtifactUserDeleted', 'CodeArtifactUserFailed', 'CodeArtifactUserPending', 'DurableExecutionAlreadyStarted'],
      ...['ResourceConflict', 'SnapStartNotReady', 'SnapStartRegenerationFailure'],
    ],
  },
  410: { attempts: 1, names: ['EFSIO'] },
  412: { attempts: 1, names: ['PreconditionFailed'] },
  413: { attempts: 1, names: ['RequestTooLarge', 'SerializedRequestEntityTooLarge'] },
  415: { attempts: 1, names: ['UnsupportedMediaType'] },
  429: { attempts: 2, names: ['TooManyRequests'] },
  500: { attempts: 2, names: ['Service'] },
  502: {
    attempts: 2,
    names: [
      ...['EC2AccessDenied', 'EC2Throttled', 'EC2Unexpected', 'ENILimitReached', 'ENINotReady', 'InvalidRuntime'],
      ...['InvalidSecurityGroupID', 'InvalidSubnetID', 'InvalidZipFile', 'KMSAccessDenied', 'KMSDisabled', 'KMSInvalidState'],
      ...['KMSNotFound', 'ResourceNotReady', 'SubnetIPAddressLimitReached'],
    ],
  },
}

const errors = Object.entries(table).flatMap(([status, { names, attempts }]) =>
  names.map((name) => ({ name: `${name}Exception` as ErrorName, status: Number(status), attempts })),
)

let lambda: MockLambda
beforeEach(() => {
  lambda = mockLambda()
  lambda.function('orders').returns('ok')
})
afterEach(() => lambda.restore())

const send = (config: sdk.LambdaClientConfig = {}) =>
  new sdk.LambdaClient(config).send(new sdk.InvokeCommand({ FunctionName: 'orders' }))
const failure = (config?: sdk.LambdaClientConfig) =>
  send(config).then(
    () => {
      throw new Error('It was expected to fail.')
    },
    (error: Error & Record<string, unknown>) => error,
  )

it("names every error of AWS's model", () => {
  const modelled = Object.keys(shapes).filter(isModelledError)
  expect(errors.map(({ name }) => name).sort()).toEqual(modelled.sort())
  expect(errors).toHaveLength(56)
})

describe.each(['standard', 'adaptive'])('in %s mode', (retryMode) => {
  it.each(errors)('$name once: $attempts attempts', async ({ name, attempts }) => {
    lambda.on('Invoke').fails(name).once()
    if (attempts === 2) expect((await send({ retryMode })).$metadata.attempts).toBe(2)
    else expect((await failure({ retryMode })).$metadata).toMatchObject({ attempts: 1 })
    expect(lambda.calls('Invoke').map(({ attempt }) => attempt)).toEqual(attempts === 2 ? [1, 2] : [1])
    lambda.verify()
  })

  it.each(errors)("$name is the SDK's own class, of status $status", async ({ name, status, attempts }) => {
    lambda.on('Invoke').fails(name, { message: 'as asked' })
    const error = await failure({ retryMode })
    expect(error).toBeInstanceOf((sdk as unknown as Record<string, new () => Error>)[name])
    expect(error).toBeInstanceOf(sdk.LambdaServiceException)
    expect(error).toMatchObject({
      name,
      message: 'as asked',
      $fault: status >= 500 ? 'server' : 'client',
      $metadata: { httpStatusCode: status, attempts: attempts === 2 ? 3 : 1 },
    })
    expect(error.Type).toBe(status >= 500 ? 'Service' : 'User')
  })
})

describe('members', () => {
  it('of an error travel with it', async () => {
    lambda.on('Invoke').fails('EC2UnexpectedException', { EC2ErrorCode: 'InsufficientInstanceCapacity' })
    const error = await failure()
    expect(error).toBeInstanceOf(sdk.EC2UnexpectedException)
    expect(error.EC2ErrorCode).toBe('InsufficientInstanceCapacity')
  })

  it.each([
    'ConcurrentInvocationLimitExceeded',
    'FunctionInvocationRateLimitExceeded',
    'ReservedFunctionConcurrentInvocationLimitExceeded',
    'ReservedFunctionInvocationRateLimitExceeded',
    'CallerRateLimitExceeded',
    'ConcurrentSnapshotCreateLimitExceeded',
  ] as const)('of a throttle tell its reason: %s', async (reason) => {
    lambda.on('Invoke').throttles({ reason })
    const error = await failure()
    expect(error).toBeInstanceOf(sdk.TooManyRequestsException)
    expect([error.Reason, error.Type]).toEqual([reason, 'User'])
    expect(error.message).toBe(reason === 'CallerRateLimitExceeded' ? 'Rate exceeded' : 'Rate Exceeded.')
  })

  it('of a throttle: by default the reserved concurrency of a function, or the rate of the caller', async () => {
    lambda.on('*').throttles()
    expect((await failure()).Reason).toBe('ReservedFunctionConcurrentInvocationLimitExceeded')
    const listing = new sdk.LambdaClient().send(new sdk.ListFunctionsCommand({}))
    await expect(listing).rejects.toMatchObject({ Reason: 'CallerRateLimitExceeded' })
  })

  it('of a throttle have no Retry-After unless it is asked for; the SDK would wait that long', async () => {
    lambda.on('Invoke').throttles().once().throttles({ retryAfterSeconds: 2 }).once()
    await send()
    const [first, second, third] = lambda.calls('Invoke')
    const headersOf = (call: typeof first) => (call?.response?.kind === 'reply' ? call.response.headers : {})
    expect(headersOf(first)).not.toHaveProperty('retry-after')
    expect(headersOf(second)).toHaveProperty('retry-after', '2')
    expect(third!.retryDelay).toBeGreaterThanOrEqual(2_000)
  })
})

describe('errors that the model does not have', () => {
  it.each([
    ['ValidationException', 400, 1],
    ['SerializationException', 400, 1],
    ['AccessDeniedException', 403, 1],
    ['ExpiredTokenException', 403, 1],
    ['UnrecognizedClientException', 403, 1],
    ['IncompleteSignatureException', 403, 1],
    ['MissingAuthenticationTokenException', 403, 1],
    ['InvalidSignatureException', 403, 1],
    ['UnknownOperationException', 404, 1],
    ['RequestEntityTooLargeException', 413, 1],
    ['ThrottlingException', 400, 3],
    ['InternalFailure', 500, 3],
    ['ServiceUnavailableException', 503, 3],
  ] as const)('keep their name: %s', async (name, httpStatusCode, attempts) => {
    lambda.on('Invoke').fails(name, { message: 'as asked' })
    const error = await failure()
    expect(error).toBeInstanceOf(sdk.LambdaServiceException)
    expect(error).toMatchObject({ name, message: 'as asked', $metadata: { httpStatusCode, attempts } })
  })
})
