import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('GetFunction', () => {
  it('shows configuration and code, and no tags or concurrency unless there are any', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const { Configuration, Code, ...rest } = await api.call('GetFunction', { FunctionName: 'orders' })
    expect(Configuration).toMatchObject({ FunctionArn: arn, State: 'Active', LastUpdateStatus: 'Successful' })
    expect(Code).toMatchObject({
      RepositoryType: 'S3',
      Location: expect.stringMatching(
        /^https:\/\/awslambda-us-east-1-tasks\.s3\.us-east-1\.amazonaws\.com\/snapshots\/123456789012\/orders-/,
      ),
    })
    expect(JSON.parse(JSON.stringify(rest))).toEqual({})
  })

  it('shows tags for the unqualified function only', async () => {
    const api = createApi()
    await api.createFunction('orders', { Tags: { team: 'shop' } })
    expect((await api.call('GetFunction', { FunctionName: 'orders' })).Tags).toEqual({ team: 'shop' })
    expect((await api.call('GetFunction', { FunctionName: 'orders', Qualifier: '$LATEST' })).Tags).toBeUndefined()
  })

  it('shows reserved concurrency for the unqualified function only: a version shows what is its own (documented)', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 5 })
    const concurrency = async (FunctionName: string) => (await api.call('GetFunction', { FunctionName })).Concurrency
    expect(await concurrency('orders')).toEqual({ ReservedConcurrentExecutions: 5 })
    for (const qualified of ['orders:1', 'orders:live', 'orders:$LATEST']) expect(await concurrency(qualified)).toBeUndefined()
  })

  it('shows the ARN as it was asked for', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    const arnOf = async (FunctionName: string, Qualifier?: string) =>
      (await api.call('GetFunction', { FunctionName, Qualifier })).Configuration?.FunctionArn
    expect(await arnOf('orders')).toBe(arn)
    expect(await arnOf('orders', '1')).toBe(`${arn}:1`)
    expect(await arnOf('orders:1')).toBe(`${arn}:1`)
    expect(await arnOf(`${arn}:$LATEST`)).toBe(`${arn}:$LATEST`)
  })

  it('gives the registry of an image', async () => {
    const api = createApi()
    const ImageUri = '123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:latest'
    await api.call('CreateFunction', {
      FunctionName: 'orders',
      Role: 'arn:aws:iam::123456789012:role/any',
      PackageType: 'Image',
      Code: { ImageUri },
    })
    expect((await api.call('GetFunction', { FunctionName: 'orders' })).Code).toEqual({
      RepositoryType: 'ECR',
      ImageUri,
      ResolvedImageUri: expect.stringMatching(/^123456789012\.dkr\.ecr\.us-east-1\.amazonaws\.com\/orders@sha256:[0-9a-f]{64}$/),
    })
  })

  it.each([
    [
      'an unknown function',
      { FunctionName: 'doesnotexist' },
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:doesnotexist',
    ],
    [
      'an unknown function with the qualifier it was asked for',
      { FunctionName: 'doesnotexist', Qualifier: '$LATEST' },
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:doesnotexist:$LATEST',
    ],
    ['an unknown version', { FunctionName: 'orders', Qualifier: '42' }, `Function not found: ${arn}:42`],
    [
      'an unknown alias in the name (recorded)',
      { FunctionName: 'orders:aliasdoesnotexist' },
      `Function not found: ${arn}:aliasdoesnotexist`,
    ],
    [
      '$latest, which is not $LATEST (recorded)',
      { FunctionName: 'orders', Qualifier: '$latest' },
      `Function not found: ${arn}:$latest`,
    ],
    [
      'an ARN that ends with `function`: that is its name (recorded)',
      { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function' },
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:function',
    ],
    [
      'another region (recorded)',
      { FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:orders' },
      `Functions from 'eu-west-1' are not reachable in this region ('us-east-1')`,
    ],
  ])('misses %s', async (_, input, message) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('GetFunction', input)).toEqual({ code: 'ResourceNotFoundException', status: 404, message })
  })

  it('refuses a qualifier that differs from the one in the name (recorded)', async () => {
    const api = createApi()
    expect(await api.refusal('GetFunction', { FunctionName: `${arn}:$LATEST`, Qualifier: '1' })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'The derived qualifier from the function name does not match the specified qualifier.',
    })
  })

  it('denies functions of another account', async () => {
    expect(
      await createApi().refusal('GetFunction', { FunctionName: 'arn:aws:lambda:us-east-1:999999999999:function:orders' }),
    ).toMatchObject({ code: 'AccessDeniedException', status: 403 })
  })
})
