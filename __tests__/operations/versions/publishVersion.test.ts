import { createApi } from '../../support/api'
import { createProvider } from '../../support/capacityProvider'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('PublishVersion', () => {
  it('keeps $LATEST under the next number, active at once', async () => {
    const api = createApi()
    const { CodeSha256 } = await api.createFunction('orders', { Runtime: 'nodejs22.x', Description: 'Takes orders' })
    expect(await api.call('PublishVersion', { FunctionName: 'orders' })).toEqual({
      FunctionName: 'orders',
      FunctionArn: `${arn}:1`,
      Runtime: 'nodejs22.x',
      Role: 'arn:aws:iam::123456789012:role/any',
      Handler: 'index.handler',
      CodeSize: expect.any(Number),
      Description: 'Takes orders',
      Timeout: 3,
      MemorySize: 128,
      LastModified: '2026-01-31T12:00:00.000+0000',
      CodeSha256,
      Version: '1',
      TracingConfig: { Mode: 'PassThrough' },
      RevisionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      PackageType: 'Zip',
      Architectures: ['x86_64'],
      EphemeralStorage: { Size: 512 },
      SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
      LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/orders' },
      RuntimeVersionConfig: { RuntimeVersionArn: expect.stringMatching(/^arn:aws:lambda:us-east-1::runtime:/) },
      State: 'Active',
      LastUpdateStatus: 'Successful',
    })
  })

  it('leaves the version as it was when $LATEST changes', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.call('PublishVersion', { FunctionName: 'orders' })
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 30 })
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders:1' })).toMatchObject({ Timeout: 3 })
    expect(await api.call('PublishVersion', { FunctionName: 'orders' })).toMatchObject({ Version: '2', Timeout: 30 })
  })

  it('takes a description of its own; an empty one is that of the function', async () => {
    const api = createApi()
    await api.createFunction('orders', { Description: 'Takes orders' })
    const Description = 'First version'
    expect(await api.call('PublishVersion', { FunctionName: 'orders', Description })).toMatchObject({ Description })
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toMatchObject({ Description: 'Takes orders' })
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 30 })
    const input = { FunctionName: 'orders', CodeSha256: '', Description: '' }
    expect(await api.call('PublishVersion', input)).toMatchObject({ Version: '2', Description: 'Takes orders' })
  })

  it('makes no version without a change: it answers with the last one, description and all (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const first = await api.call('PublishVersion', { FunctionName: 'orders', Description: 'First' })
    expect(await api.call('PublishVersion', { FunctionName: 'orders', Description: 'Second' })).toEqual(first)
    // The same values again are no change either.
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 3 })
    expect(await api.call('PublishVersion', { FunctionName: 'orders' })).toEqual(first)
  })

  it('takes a new description of $LATEST for a change (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.call('PublishVersion', { FunctionName: 'orders' })
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Description: 'Second version' })
    expect(await api.call('PublishVersion', { FunctionName: 'orders' })).toMatchObject({ Version: '2' })
  })

  it('takes another handler for a change: in the double it is the code', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.call('PublishVersion', { FunctionName: 'orders' })
    const { latest } = api.region.functions.get('orders')!
    latest.body = { ...latest.body, handler: () => 'new' }
    expect(await api.call('PublishVersion', { FunctionName: 'orders' })).toMatchObject({ Version: '2' })
  })

  it('never gives a number twice, not even that of a deleted version', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.call('PublishVersion', { FunctionName: 'orders' })
    await api.call('DeleteFunction', { FunctionName: 'orders', Qualifier: '1' })
    expect(await api.call('PublishVersion', { FunctionName: 'orders' })).toMatchObject({ Version: '2' })
  })

  it('gives the version a revision of its own, and $LATEST a new one (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const revision = async () => (await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).RevisionId
    const before = await revision()
    const { RevisionId } = await api.call('PublishVersion', { FunctionName: 'orders', RevisionId: before })
    expect(new Set([before, RevisionId, await revision()]).size).toBe(3)
    expect((await api.call('GetFunctionConfiguration', { FunctionName: 'orders:1' })).RevisionId).toBe(RevisionId)
  })

  it('starts Pending where a snapshot has to be taken', async () => {
    const api = createApi()
    await api.createFunction('orders', { Runtime: 'java21', SnapStart: { ApplyOn: 'PublishedVersions' } })
    const version = await api.call('PublishVersion', { FunctionName: 'orders' })
    expect(version).toMatchObject({ State: 'Pending', StateReasonCode: 'Creating' })
    expect(version.LastUpdateStatus).toBeUndefined()
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders:1' })).toMatchObject({
      State: 'Active',
      LastUpdateStatus: 'Successful',
    })
  })

  it('publishes managed instances as $LATEST.PUBLISHED, replaced every time', async () => {
    const api = createApi()
    const CapacityProviderConfig = await createProvider(api, 'fleet')
    await api.createFunction('orders')
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', CapacityProviderConfig })
    const publish = (Description: string) =>
      api.call('PublishVersion', { FunctionName: 'orders', PublishTo: 'LATEST_PUBLISHED', Description })
    expect(await publish('one')).toMatchObject({ Version: '$LATEST.PUBLISHED', FunctionArn: `${arn}:$LATEST.PUBLISHED` })
    await publish('two')
    const { Versions } = await api.call('ListVersionsByFunction', { FunctionName: 'orders' })
    expect(Versions!.map((version) => [version.Version, version.Description])).toEqual([
      ['$LATEST', ''],
      ['$LATEST.PUBLISHED', 'two'],
    ])
    expect(await api.call('PublishVersion', { FunctionName: 'orders' })).toMatchObject({ Version: '1' })
  })

  it.each([
    [
      'an unknown function',
      { FunctionName: 'gone', RevisionId: 'wrong' },
      'ResourceNotFoundException',
      404,
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    ],
    [
      'then an older revision (recorded)',
      { FunctionName: 'orders', RevisionId: 'wrong', CodeSha256: 'wrong' },
      'PreconditionFailedException',
      412,
      'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
    ],
    [
      'then other code (recorded)',
      { FunctionName: 'orders', CodeSha256: 'somenonexistentsha256', PublishTo: 'LATEST_PUBLISHED' as const },
      'InvalidParameterValueException',
      400,
      expect.stringMatching(
        /^CodeSHA256 \(somenonexistentsha256\) is different from current CodeSHA256 in \$LATEST \([A-Za-z0-9+/]{43}=\)\. Please try again with the CodeSHA256 in \$LATEST\.$/,
      ),
    ],
    [
      'then PublishTo without a capacity provider',
      { FunctionName: 'orders', PublishTo: 'LATEST_PUBLISHED' as const },
      'InvalidParameterValueException',
      400,
      'PublishTo is only supported for functions with a capacity provider configuration.',
    ],
  ])('refuses %s', async (_, input, code, status, message) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('PublishVersion', input)).toEqual({ code, status, message })
  })

  it('refuses while an update is under way', async () => {
    const api = createApi({ functionStates: 'staged' })
    await api.createFunction('orders')
    await api.house.clock.advance(10_000)
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 30 })
    expect(await api.refusal('PublishVersion', { FunctionName: 'orders' })).toEqual({
      code: 'ResourceConflictException',
      status: 409,
      message: `The operation cannot be performed at this time. An update is in progress for resource: ${arn}`,
    })
  })
})

describe('UpdateFunctionCode with Publish', () => {
  it('makes no version of the same code, as PublishVersion does not', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    const { zip } = api.region.functions.get('orders')!.latest.code
    const again = await api.call('UpdateFunctionCode', { FunctionName: 'orders', ZipFile: zip!, Publish: true })
    expect(again).toMatchObject({ Version: '1', FunctionArn: `${arn}:1` })
  })
})
