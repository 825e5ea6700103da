import { isServiceError, type ServiceError } from '../../../src/errors/serviceError'
import { errorBody } from '../../../src/wire/encodeError'
import { createApi } from '../../support/api'
import { newConfig } from '../../support/codeSigning'
import { zip } from '../../support/zip'

const unknown = 'arn:aws:lambda:us-east-1:123456789012:code-signing-config:csc-0123456789abcdef0'

describe('a code signing configuration that is not there', () => {
  it.each([
    'GetCodeSigningConfig',
    'UpdateCodeSigningConfig',
    'DeleteCodeSigningConfig',
    'ListFunctionsByCodeSigningConfig',
  ] as const)('is missed by %s (recorded)', async (name) => {
    expect(await createApi().refusal(name, { CodeSigningConfigArn: unknown })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: `The Lambda code signing configuration ${unknown} can not be found.`,
    })
  })

  it('is missed without a Type (recorded)', async () => {
    const error = await createApi()
      .call('GetCodeSigningConfig', { CodeSigningConfigArn: unknown })
      .catch((thrown: unknown) => thrown)
    expect(isServiceError(error)).toBe(true)
    expect(JSON.stringify(errorBody(error as ServiceError))).toBe(
      `{"Message":"The Lambda code signing configuration ${unknown} can not be found."}`,
    )
  })

  it.each([
    ['a known function', 'orders'],
    ['an unknown function, which is looked for later', 'doesnotexist'],
  ])('cannot be given to %s (recorded)', async (_, FunctionName) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('PutFunctionCodeSigningConfig', { FunctionName, CodeSigningConfigArn: unknown })).toEqual({
      code: 'CodeSigningConfigNotFoundException',
      status: 404,
      message: `The code signing configuration cannot be found. Check that the provided configuration is not deleted: ${unknown}.`,
    })
  })

  it('cannot be given to a new function', async () => {
    const api = createApi()
    await expect(api.createFunction('orders', { CodeSigningConfigArn: unknown })).rejects.toMatchObject({
      name: 'CodeSigningConfigNotFoundException',
    })
    expect(await api.refusal('GetFunction', { FunctionName: 'orders' })).toMatchObject({ status: 404 })
  })
})

describe('code that is deployed', () => {
  const signed = zip(['index.mjs', { name: 'META-INF/aws_signer_signature_v1.0.SF', content: '{}' }])
  const unsigned = zip(['index.mjs'])
  const refusal = {
    code: 'CodeVerificationFailedException',
    status: 400,
    message:
      'Lambda cannot deploy the function. The function or layer might be signed using a signature that the client is not configured to accept. Check the provided signature for orders.',
  }

  it('has to carry a signature if the policy is Enforce', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api, 'Enforce')
    await expect(api.createFunction('orders', { CodeSigningConfigArn, Code: { ZipFile: unsigned } })).rejects.toMatchObject({
      name: refusal.code,
      message: refusal.message,
    })
    await api.createFunction('orders', { CodeSigningConfigArn, Code: { ZipFile: signed } })
    expect(await api.refusal('UpdateFunctionCode', { FunctionName: 'orders', ZipFile: unsigned })).toEqual(refusal)
    expect(await api.refusal('UpdateFunctionCode', { FunctionName: 'orders', ZipFile: unsigned, DryRun: true })).toEqual(refusal)
  })

  it('is not looked at before the next deployment', async () => {
    const api = createApi()
    await api.createFunction('orders', { Code: { ZipFile: unsigned } })
    const CodeSigningConfigArn = await newConfig(api, 'Enforce')
    await api.call('PutFunctionCodeSigningConfig', { FunctionName: 'orders', CodeSigningConfigArn })
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 9 })
    expect(await api.refusal('UpdateFunctionCode', { FunctionName: 'orders', ZipFile: unsigned })).toEqual(refusal)
    await api.call('UpdateCodeSigningConfig', {
      CodeSigningConfigArn,
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Warn' },
    })
    expect(await api.call('UpdateFunctionCode', { FunctionName: 'orders', ZipFile: unsigned })).toMatchObject({
      LastUpdateStatus: 'InProgress',
    })
  })

  it('counts as signed if nobody has seen it', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api, 'Enforce')
    const Code = { S3Bucket: 'bucket', S3Key: 'signed/orders.zip' }
    expect(await api.createFunction('orders', { CodeSigningConfigArn, Code })).toMatchObject({ State: 'Pending' })
  })
})
