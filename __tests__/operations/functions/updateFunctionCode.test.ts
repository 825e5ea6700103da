import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const inS3 = (key: string) => ({ FunctionName: 'orders', S3Bucket: 'my-bucket', S3Key: key })

describe('UpdateFunctionCode', () => {
  it('gives $LATEST a new digest and revision', async () => {
    const api = createApi()
    const created = await api.createFunction('orders')
    const updated = await api.call('UpdateFunctionCode', inS3('new.zip'))
    expect(updated).toMatchObject({ Version: '$LATEST', FunctionArn: arn, LastUpdateStatus: 'InProgress', State: 'Active' })
    expect(updated.CodeSha256).not.toBe(created.CodeSha256)
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toMatchObject({
      CodeSha256: updated.CodeSha256,
      LastUpdateStatus: 'Successful',
    })
  })

  it('answers with the published version, Pending and under its own ARN (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const published = await api.call('UpdateFunctionCode', { ...inS3('new.zip'), Publish: true })
    expect(published).toMatchObject({ Version: '1', FunctionArn: `${arn}:1`, State: 'Pending', StateReasonCode: 'Creating' })
    expect(published.LastUpdateStatus).toBeUndefined()
  })

  it('only checks on a dry run', async () => {
    const api = createApi()
    const created = await api.createFunction('orders')
    const checked = await api.call('UpdateFunctionCode', { ...inS3('new.zip'), DryRun: true })
    expect(checked.CodeSha256).not.toBe(created.CodeSha256)
    expect((await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).CodeSha256).toBe(created.CodeSha256)
  })

  it('changes the architecture with the code', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.call('UpdateFunctionCode', { ...inS3('new.zip'), Architectures: ['arm64'] })).toMatchObject({
      Architectures: ['arm64'],
    })
  })

  it.each([
    [
      'an image for a Zip function (recorded)',
      { ImageUri: 'repo:latest' },
      `Please don't provide ImageUri when updating a function with packageType Zip.`,
    ],
    ['no code', {}, 'Please provide a source for function code.'],
    [
      'what is no archive',
      { ZipFile: Buffer.from('text') },
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    ],
  ])('refuses %s and changes nothing', async (_, input, message) => {
    const api = createApi()
    await api.createFunction('orders')
    const before = await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })
    expect(await api.refusal('UpdateFunctionCode', { FunctionName: 'orders', ...input })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message,
    })
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).toEqual(before)
  })

  it('refuses an older revision before it looks at the code (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('UpdateFunctionCode', { FunctionName: 'orders', RevisionId: 'wrong' })).toMatchObject({
      code: 'PreconditionFailedException',
      status: 412,
    })
  })

  it('refuses while the function is still being created', async () => {
    const api = createApi({ functionStates: 'staged' })
    await api.createFunction('orders')
    expect(await api.refusal('UpdateFunctionCode', inS3('new.zip'))).toEqual({
      code: 'ResourceConflictException',
      status: 409,
      message: 'The operation cannot be performed at this time. The function is currently in the following state: Pending',
    })
  })
})
