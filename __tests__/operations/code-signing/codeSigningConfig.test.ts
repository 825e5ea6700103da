import { isServiceError, type ServiceError } from '../../../src/errors/serviceError'
import { errorBody } from '../../../src/wire/encodeError'
import { createApi, type Api } from '../../support/api'
import { zip } from '../../support/zip'

const unknown = 'arn:aws:lambda:us-east-1:123456789012:code-signing-config:csc-0123456789abcdef0'
const AllowedPublishers = { SigningProfileVersionArns: ['arn:aws:signer:us-east-1:123456789012:/signing-profiles/test'] }

async function newConfig(api: Api, policy: 'Warn' | 'Enforce' = 'Enforce'): Promise<string> {
  const { CodeSigningConfig } = await api.call('CreateCodeSigningConfig', {
    AllowedPublishers,
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: policy },
  })
  return CodeSigningConfig.CodeSigningConfigArn
}

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

describe('GetCodeSigningConfig', () => {
  it('answers as CreateCodeSigningConfig did', async () => {
    const api = createApi()
    const created = await api.call('CreateCodeSigningConfig', { AllowedPublishers })
    const { CodeSigningConfigArn } = created.CodeSigningConfig
    expect(await api.call('GetCodeSigningConfig', { CodeSigningConfigArn })).toEqual(created)
  })
})

describe('UpdateCodeSigningConfig', () => {
  it('changes what is given and leaves the rest (recorded)', async () => {
    const api = createApi()
    const created = await api.call('CreateCodeSigningConfig', { AllowedPublishers, Description: 'Testing' })
    const { CodeSigningConfigArn } = created.CodeSigningConfig
    await api.house.clock.advance(1000)
    const updated = await api.call('UpdateCodeSigningConfig', {
      CodeSigningConfigArn,
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
    })
    expect(updated.CodeSigningConfig).toEqual({
      ...created.CodeSigningConfig,
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
      LastModified: '2026-01-31T12:00:01.000+0000',
    })
    expect(await api.call('GetCodeSigningConfig', { CodeSigningConfigArn })).toEqual(updated)
  })

  it('only answers if nothing is given (recorded)', async () => {
    const api = createApi()
    const created = await api.call('CreateCodeSigningConfig', { AllowedPublishers })
    const { CodeSigningConfigArn } = created.CodeSigningConfig
    await api.house.clock.advance(1000)
    expect(await api.call('UpdateCodeSigningConfig', { CodeSigningConfigArn })).toEqual(created)
  })

  it('replaces publishers and description', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api)
    const other = { SigningProfileVersionArns: ['arn:aws:signer:us-east-1:123456789012:/signing-profiles/other'] }
    const { CodeSigningConfig } = await api.call('UpdateCodeSigningConfig', {
      CodeSigningConfigArn,
      AllowedPublishers: other,
      Description: 'new-description',
    })
    expect(CodeSigningConfig).toMatchObject({ AllowedPublishers: other, Description: 'new-description' })
  })
})

describe('DeleteCodeSigningConfig', () => {
  it('takes a configuration away that no function has', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api)
    expect(await api.call('DeleteCodeSigningConfig', { CodeSigningConfigArn })).toEqual({})
    expect(await api.refusal('GetCodeSigningConfig', { CodeSigningConfigArn })).toMatchObject({ status: 404 })
  })

  it('refuses while a function has it, until the function is gone', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api, 'Warn')
    await api.createFunction('orders', { CodeSigningConfigArn })
    expect(await api.refusal('DeleteCodeSigningConfig', { CodeSigningConfigArn })).toMatchObject({
      code: 'ResourceConflictException',
      status: 409,
    })
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    expect(await api.call('DeleteCodeSigningConfig', { CodeSigningConfigArn })).toEqual({})
  })
})

describe('ListCodeSigningConfigs', () => {
  it('lists all in pages', async () => {
    const api = createApi()
    const arns = [await newConfig(api), await newConfig(api), await newConfig(api)]
    const all = await api.call('ListCodeSigningConfigs', {})
    expect(all.CodeSigningConfigs?.map((config) => config.CodeSigningConfigArn)).toEqual(arns)
    expect(all.NextMarker).toBeUndefined()
    const first = await api.call('ListCodeSigningConfigs', { MaxItems: 2 })
    const second = await api.call('ListCodeSigningConfigs', { MaxItems: 2, Marker: first.NextMarker })
    expect(second.CodeSigningConfigs?.map((config) => config.CodeSigningConfigArn)).toEqual(arns.slice(2))
    expect(await api.call('GetCodeSigningConfig', { CodeSigningConfigArn: arns[0]! })).toEqual({
      CodeSigningConfig: all.CodeSigningConfigs?.[0],
    })
  })
})

describe('the configuration of a function', () => {
  it('is given, shown, listed and taken away (recorded)', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api)
    const { FunctionArn } = await api.createFunction('orders')
    const attached = { CodeSigningConfigArn, FunctionName: 'orders' }
    const functions = async () => (await api.call('ListFunctionsByCodeSigningConfig', { CodeSigningConfigArn })).FunctionArns
    expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await functions()).toEqual([])
    expect(await api.call('PutFunctionCodeSigningConfig', { ...attached, FunctionName: FunctionArn! })).toEqual(attached)
    expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName: FunctionArn! })).toEqual(attached)
    expect(await functions()).toEqual([FunctionArn])
    expect(await api.call('DeleteFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await api.call('DeleteFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({})
    expect(await functions()).toEqual([])
  })

  it('is the last one that was given', async () => {
    const api = createApi()
    const [one, other] = [await newConfig(api, 'Warn'), await newConfig(api, 'Warn')]
    await api.createFunction('orders', { CodeSigningConfigArn: one })
    await api.call('PutFunctionCodeSigningConfig', { FunctionName: 'orders', CodeSigningConfigArn: other })
    expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName: 'orders' })).toMatchObject({
      CodeSigningConfigArn: other,
    })
    expect(await api.call('ListFunctionsByCodeSigningConfig', { CodeSigningConfigArn: one })).toMatchObject({ FunctionArns: [] })
  })

  it('is listed in pages', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api, 'Warn')
    for (const name of ['a', 'b', 'c']) await api.createFunction(name, { CodeSigningConfigArn })
    const first = await api.call('ListFunctionsByCodeSigningConfig', { CodeSigningConfigArn, MaxItems: 2 })
    const second = await api.call('ListFunctionsByCodeSigningConfig', { CodeSigningConfigArn, Marker: first.NextMarker })
    expect(first.FunctionArns).toHaveLength(2)
    expect(second.FunctionArns).toEqual([expect.stringMatching(/:c$/)])
  })

  it.each(['PutFunctionCodeSigningConfig', 'GetFunctionCodeSigningConfig', 'DeleteFunctionCodeSigningConfig'] as const)(
    'of a function that is not there is missed by %s (recorded)',
    async (name) => {
      const api = createApi()
      const CodeSigningConfigArn = await newConfig(api)
      expect(await api.refusal(name, { FunctionName: 'csc-test-doesnotexist', CodeSigningConfigArn })).toEqual({
        code: 'ResourceNotFoundException',
        status: 404,
        message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:csc-test-doesnotexist',
      })
    },
  )

  it('of a function of another region is missed (recorded)', async () => {
    const FunctionName = 'arn:aws:lambda:eu-west-1:123456789012:function:orders'
    expect(await createApi().refusal('GetFunctionCodeSigningConfig', { FunctionName })).toMatchObject({
      code: 'ResourceNotFoundException',
      message: `Functions from 'eu-west-1' are not reachable in this region ('us-east-1')`,
    })
  })

  it('cannot be that of an image', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api)
    const image = {
      FunctionName: 'image',
      Role: 'arn:aws:iam::123456789012:role/any',
      PackageType: 'Image' as const,
      Code: { ImageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:latest' },
    }
    const refused = { code: 'InvalidParameterValueException', status: 400 }
    expect(await api.refusal('CreateFunction', { ...image, CodeSigningConfigArn })).toMatchObject(refused)
    await api.call('CreateFunction', image)
    expect(await api.refusal('PutFunctionCodeSigningConfig', { FunctionName: 'image', CodeSigningConfigArn })).toMatchObject(
      refused,
    )
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
