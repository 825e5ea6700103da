import { createApi } from '../../support/api'
import { createProvider } from '../../support/capacityProvider'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('CreateFunction', () => {
  it('answers with the defaults that AWS echoes, Pending, and without LastUpdateStatus (recorded)', async () => {
    const api = createApi()
    const created = await api.createFunction('orders', { Environment: { Variables: { STAGE: 'test' } } })
    expect(JSON.parse(JSON.stringify(created))).toEqual({
      Architectures: ['x86_64'],
      CodeSha256: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      CodeSize: 114,
      Description: '',
      Environment: { Variables: { STAGE: 'test' } },
      EphemeralStorage: { Size: 512 },
      FunctionArn: arn,
      FunctionName: 'orders',
      Handler: 'index.handler',
      LastModified: '2026-01-31T12:00:00.000+0000',
      LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/orders' },
      MemorySize: 128,
      PackageType: 'Zip',
      RevisionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      Role: 'arn:aws:iam::123456789012:role/any',
      Runtime: 'nodejs24.x',
      RuntimeVersionConfig: { RuntimeVersionArn: expect.stringMatching(/^arn:aws:lambda:us-east-1::runtime:[0-9a-f]{64}$/) },
      SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
      State: 'Pending',
      StateReason: 'The function is being created.',
      StateReasonCode: 'Creating',
      Timeout: 3,
      TracingConfig: { Mode: 'PassThrough' },
      Version: '$LATEST',
    })
  })

  it('is Active by the next request, with LastUpdateStatus and a new revision id (recorded)', async () => {
    const api = createApi()
    const created = await api.createFunction('orders')
    const found = await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })
    expect(found).toMatchObject({ State: 'Active', LastUpdateStatus: 'Successful' })
    expect(found.StateReason).toBeUndefined()
    expect(found.RevisionId).not.toBe(created.RevisionId)
  })

  it('takes its time on the clock when transitions are staged', async () => {
    const api = createApi({ functionStates: 'staged' })
    await api.createFunction('orders')
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toMatchObject({ State: 'Pending' })
    await api.house.clock.advance(2_000)
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toMatchObject({ State: 'Active' })
  })

  it('publishes version 1 at once, answered under the unqualified ARN (recorded)', async () => {
    const api = createApi()
    const created = await api.createFunction('orders', { Publish: true })
    expect(created).toMatchObject({ Version: '1', FunctionArn: arn, State: 'Pending' })
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders', Qualifier: '1' })).toMatchObject({
      Version: '1',
      State: 'Active',
    })
  })

  it('makes image functions without runtime and handler', async () => {
    const api = createApi()
    const created = await api.call('CreateFunction', {
      FunctionName: 'orders',
      Role: 'arn:aws:iam::123456789012:role/any',
      PackageType: 'Image',
      Code: { ImageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:latest' },
      ImageConfig: { EntryPoint: ['sh'], Command: ['-c', 'echo test'], WorkingDirectory: '/app1' },
    })
    expect(created).toMatchObject({
      PackageType: 'Image',
      CodeSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      ImageConfigResponse: { ImageConfig: { EntryPoint: ['sh'], Command: ['-c', 'echo test'], WorkingDirectory: '/app1' } },
    })
    expect([created.Runtime, created.Handler, created.RuntimeVersionConfig]).toEqual([undefined, undefined, undefined])
  })

  it('shows a VPC with the id that belongs to its subnets', async () => {
    const api = createApi()
    const created = await api.createFunction('orders', { VpcConfig: { SubnetIds: ['subnet-1a'], SecurityGroupIds: ['sg-1'] } })
    expect(created.VpcConfig).toEqual({
      SubnetIds: ['subnet-1a'],
      SecurityGroupIds: ['sg-1'],
      VpcId: 'vpc-1a',
      Ipv6AllowedForDualStack: false,
    })
  })

  it('takes a partial ARN for the name', async () => {
    const api = createApi()
    expect(await api.createFunction('123456789012:function:orders')).toMatchObject({ FunctionName: 'orders', FunctionArn: arn })
  })

  it.each(['java11', 'java25', 'python3.12', 'python3.14', 'dotnet8', 'dotnet10'] as const)(
    'starts %s from a snapshot',
    async (Runtime) => {
      const created = await createApi().createFunction('orders', { Runtime, SnapStart: { ApplyOn: 'PublishedVersions' } })
      expect(created.SnapStart).toEqual({ ApplyOn: 'PublishedVersions', OptimizationStatus: 'Off' })
    },
  )

  describe('refuses', () => {
    const name65 = 'a'.repeat(65)
    it.each([
      [
        'a name of 65 characters, as an InvalidParameterValue worded like a validation (recorded)',
        { FunctionName: name65 },
        `1 validation error detected: Value '${name65}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
      ],
      [
        'a Zip function without Handler',
        { Handler: undefined },
        'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
      ],
      [
        'two sources of code',
        { Code: { ZipFile: Buffer.from('x'), S3Key: 'k' } },
        'Please do not provide other FunctionCode parameters when providing a ZipFile.',
      ],
      ['no source of code', { Code: {} }, 'Please provide a source for function code.'],
      ['an empty archive', { Code: { ZipFile: Buffer.alloc(0) } }, 'Uploaded file must be a non-empty zip'],
      [
        'what is no archive',
        { Code: { ZipFile: Buffer.from('exports.handler = 1') } },
        'Could not unzip uploaded file. Please check your file, then try to upload again.',
      ],
      [
        'six layers',
        { Layers: Array.from({ length: 6 }, (_, index) => `arn:aws:lambda:us-east-1:111111111111:layer:l${index}:1`) },
        'Cannot reference more than 5 layers.',
      ],
      [
        'more than 50 tags',
        { Tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag-${index}`, ''])) },
        'Number of tags exceeds resource tag limit.',
      ],
      [
        'SnapStart for a runtime that has none',
        { Runtime: 'nodejs22.x', SnapStart: { ApplyOn: 'PublishedVersions' } },
        'nodejs22.x is not supported for SnapStart enabled functions.',
      ],
      [
        'an environment of 4,097 bytes, quoting it whole (recorded)',
        { Environment: { Variables: { LARGE_VAR: 'x'.repeat(4081) } } },
        `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: {"LARGE_VAR":"${'x'.repeat(4081)}"}`,
      ],
      [
        'reserved variables',
        { Environment: { Variables: { AWS_REGION: 'x' } } },
        'Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: AWS_REGION',
      ],
    ])('%s', async (_, change, message) => {
      const api = createApi()
      const input = {
        FunctionName: 'orders',
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::123456789012:role/any',
        Code: { S3Bucket: 'bucket', S3Key: 'k' },
      }
      expect(await api.refusal('CreateFunction', { ...input, ...change } as never)).toEqual({
        code: 'InvalidParameterValueException',
        status: 400,
        message,
      })
      expect(api.region.functions.size).toBe(0)
    })

    it('a runtime that AWS does not know, with its list of runtimes (recorded)', async () => {
      const { code, message } = await createApi().refusal('CreateFunction', {
        FunctionName: 'orders',
        Runtime: 'PYTHON3.9',
        Handler: 'a.b',
        Role: 'arn:aws:iam::123456789012:role/any',
        Code: { S3Bucket: 'bucket', S3Key: 'k' },
      } as never)
      expect(code).toBe('InvalidParameterValueException')
      expect(message).toMatch(
        /^Value PYTHON3\.9 at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: \[nodejs20\.x, .*\] or be a valid ARN$/,
      )
    })

    it('a name that is taken', async () => {
      const api = createApi()
      await api.createFunction('orders')
      await expect(api.createFunction('orders')).rejects.toMatchObject({
        name: 'ResourceConflictException',
        status: 409,
        message: 'Function already exist: orders',
      })
    })

    it.each([
      ['memory over 10,240 MB', { MemorySize: 10_241 }, 'InvalidParameterValueException'],
      ['a timeout over 900 s', { Timeout: 901 }, 'ValidationException'],
      ['storage over 10,240 MB', { EphemeralStorage: { Size: 10_241 } }, 'ValidationException'],
    ])('%s, unless it runs on managed instances', async (_, change, name) => {
      await expect(createApi().createFunction('orders', change)).rejects.toMatchObject({ name })
      const api = createApi()
      const CapacityProviderConfig = await createProvider(api, 'fleet')
      await expect(api.createFunction('orders', { ...change, CapacityProviderConfig })).resolves.toMatchObject(change)
    })

    it('an ARN of another region', async () => {
      await expect(createApi().createFunction('arn:aws:lambda:eu-west-1:123456789012:function:orders')).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
        message: `Functions from 'eu-west-1' are not reachable in this region ('us-east-1')`,
      })
    })
  })
})
