import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('UpdateFunctionConfiguration', () => {
  it('changes what it names, keeps the rest, and shows an update in progress (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders', { Description: 'before', MemorySize: 256 })
    const changed = await api.call('UpdateFunctionConfiguration', {
      FunctionName: 'orders',
      Timeout: 10,
      Environment: { Variables: { ENV_A: 'a' } },
    })
    expect(changed).toMatchObject({
      Description: 'before',
      MemorySize: 256,
      Timeout: 10,
      Environment: { Variables: { ENV_A: 'a' } },
      State: 'Active',
      LastUpdateStatus: 'InProgress',
      LastUpdateStatusReason: 'The function is being created.',
      LastUpdateStatusReasonCode: 'Creating',
    })
    const after = await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })
    expect(after).toMatchObject({ Timeout: 10, LastUpdateStatus: 'Successful' })
    expect(after.LastUpdateStatusReason).toBeUndefined()
    expect(after.RevisionId).not.toBe(changed.RevisionId)
  })

  it('leaves published versions as they were', async () => {
    const api = createApi()
    await api.createFunction('orders', { Timeout: 5, Publish: true })
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 10 })
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders', Qualifier: '1' })).toMatchObject({ Timeout: 5 })
  })

  it('gives JSON logs their levels, and takes them away with Text (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const logging = async (LogFormat: 'JSON' | 'Text') =>
      (await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', LoggingConfig: { LogFormat } })).LoggingConfig
    expect(await logging('JSON')).toEqual({
      LogFormat: 'JSON',
      LogGroup: '/aws/lambda/orders',
      ApplicationLogLevel: 'INFO',
      SystemLogLevel: 'INFO',
    })
    expect(await logging('Text')).toEqual({ LogFormat: 'Text', LogGroup: '/aws/lambda/orders' })
  })

  it('shows an emptied VPC as empty lists (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders', { VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] } })
    expect(
      (
        await api.call('UpdateFunctionConfiguration', {
          FunctionName: 'orders',
          VpcConfig: { SubnetIds: [], SecurityGroupIds: [] },
        })
      ).VpcConfig,
    ).toEqual({
      SubnetIds: [],
      SecurityGroupIds: [],
      VpcId: '',
      Ipv6AllowedForDualStack: false,
    })
  })

  it('takes a dead-letter queue and an encryption key away with empty texts', async () => {
    const api = createApi()
    await api.createFunction('orders', {
      DeadLetterConfig: { TargetArn: 'arn:aws:sqs:us-east-1:123456789012:dead' },
      KMSKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/k',
    })
    const changed = await api.call('UpdateFunctionConfiguration', {
      FunctionName: 'orders',
      DeadLetterConfig: { TargetArn: '' },
      KMSKeyArn: '',
    })
    expect([changed.DeadLetterConfig, changed.KMSKeyArn]).toEqual([undefined, undefined])
  })

  it('refuses an older revision (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('UpdateFunctionConfiguration', { FunctionName: 'orders', RevisionId: 'wrong' })).toEqual({
      code: 'PreconditionFailedException',
      status: 412,
      message:
        'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
    })
    const { RevisionId } = await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })
    await expect(api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', RevisionId })).resolves.toBeDefined()
  })

  it('refuses a second update while one is under way (recorded)', async () => {
    const api = createApi({ functionStates: 'staged' })
    await api.createFunction('orders')
    await api.house.clock.advance(2_000)
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 10 })
    expect(await api.refusal('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 11 })).toEqual({
      code: 'ResourceConflictException',
      status: 409,
      message: `The operation cannot be performed at this time. An update is in progress for resource: ${arn}`,
    })
  })

  it('takes direct reads for S3 Files alone (documented, the text is not recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const mounted = (Arn: string) => ({
      FunctionName: 'orders',
      FileSystemConfigs: [{ Arn, LocalMountPath: '/mnt/files', S3FilesConfig: { DirectS3Read: 'DISABLED' } }] as const,
    })
    const point = 'access-point/fsap-0123456789abcdef0'
    const elastic = mounted(`arn:aws:elasticfilesystem:us-east-1:123456789012:${point}`)
    expect(await api.refusal('UpdateFunctionConfiguration', elastic)).toMatchObject({
      code: 'InvalidParameterValueException',
      status: 400,
    })
    const simple = mounted(`arn:aws:s3files:us-east-1:123456789012:file-system/fs-0123456789abcdef0/${point}`)
    expect(await api.call('UpdateFunctionConfiguration', simple)).toMatchObject({ FileSystemConfigs: simple.FileSystemConfigs })
  })

  it('refuses SnapStart for a runtime that has none, whichever of the two changes', async () => {
    const api = createApi()
    await api.createFunction('orders', { Runtime: 'python3.11' })
    const snapshots = { FunctionName: 'orders', SnapStart: { ApplyOn: 'PublishedVersions' } } as const
    expect(await api.refusal('UpdateFunctionConfiguration', snapshots)).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'python3.11 is not supported for SnapStart enabled functions.',
    })
    await api.call('UpdateFunctionConfiguration', { ...snapshots, Runtime: 'python3.13' })
    expect(await api.refusal('UpdateFunctionConfiguration', { FunctionName: 'orders', Runtime: 'ruby3.4' })).toMatchObject({
      message: 'ruby3.4 is not supported for SnapStart enabled functions.',
    })
  })

  it('misses an unknown function', async () => {
    expect(await createApi().refusal('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 11 })).toMatchObject({
      code: 'ResourceNotFoundException',
      message: `Function not found: ${arn}`,
    })
  })
})
