import { createApi, type Api } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

async function publish(api: Api, count: number): Promise<void> {
  await api.createFunction('orders')
  for (let version = 1; version <= count; version++) {
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Description: `Version ${version}` })
    await api.call('PublishVersion', { FunctionName: 'orders' })
  }
}

describe('ListVersionsByFunction', () => {
  it('lists $LATEST alone, under its qualified ARN and without states (recorded)', async () => {
    const api = createApi()
    const { CodeSha256 } = await api.createFunction('orders', { Runtime: 'nodejs22.x' })
    const answer = await api.call('ListVersionsByFunction', { FunctionName: 'orders' })
    expect(answer).toEqual({
      Versions: [
        {
          FunctionName: 'orders',
          FunctionArn: `${arn}:$LATEST`,
          Runtime: 'nodejs22.x',
          Role: 'arn:aws:iam::123456789012:role/any',
          Handler: 'index.handler',
          CodeSize: expect.any(Number),
          Description: '',
          Timeout: 3,
          MemorySize: 128,
          LastModified: '2026-01-31T12:00:00.000+0000',
          CodeSha256,
          Version: '$LATEST',
          TracingConfig: { Mode: 'PassThrough' },
          RevisionId: expect.any(String),
          PackageType: 'Zip',
          Architectures: ['x86_64'],
          EphemeralStorage: { Size: 512 },
          SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
          LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/orders' },
        },
      ],
    })
  })

  it('lists published versions after $LATEST, each with its own ARN, revision and description', async () => {
    const api = createApi()
    await publish(api, 2)
    const { Versions } = await api.call('ListVersionsByFunction', { FunctionName: `${arn}:1` })
    expect(Versions!.map((version) => [version.Version, version.FunctionArn, version.Description])).toEqual([
      ['$LATEST', `${arn}:$LATEST`, 'Version 2'],
      ['1', `${arn}:1`, 'Version 1'],
      ['2', `${arn}:2`, 'Version 2'],
    ])
    expect(new Set(Versions!.map((version) => version.RevisionId)).size).toBe(3)
  })

  it('leaves out a deleted version (recorded)', async () => {
    const api = createApi()
    await publish(api, 2)
    await api.call('DeleteFunction', { FunctionName: 'orders', Qualifier: '1' })
    const { Versions } = await api.call('ListVersionsByFunction', { FunctionName: 'orders' })
    expect(Versions!.map((version) => version.Version)).toEqual(['$LATEST', '2'])
  })

  it('gives at most 50 a page, whatever MaxItems asks for', async () => {
    const api = createApi()
    await publish(api, 60)
    const first = await api.call('ListVersionsByFunction', { FunctionName: 'orders', MaxItems: 10_000 })
    expect(first.Versions).toHaveLength(50)
    const second = await api.call('ListVersionsByFunction', { FunctionName: 'orders', Marker: first.NextMarker })
    expect(second.Versions!.map((version) => version.Version)).toEqual(
      Array.from({ length: 11 }, (_, index) => String(50 + index)),
    )
    expect(second.NextMarker).toBeUndefined()
  })

  it('honours a smaller MaxItems, and refuses the marker of another function', async () => {
    const api = createApi()
    await publish(api, 2)
    await api.createFunction('invoices')
    const { Versions, NextMarker } = await api.call('ListVersionsByFunction', { FunctionName: 'orders', MaxItems: 2 })
    expect(Versions).toHaveLength(2)
    expect(await api.refusal('ListVersionsByFunction', { FunctionName: 'invoices', Marker: NextMarker })).toMatchObject({
      code: 'InvalidParameterValueException',
      status: 400,
    })
  })

  it('misses an unknown function', async () => {
    expect(await createApi().refusal('ListVersionsByFunction', { FunctionName: 'gone' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    })
  })
})
