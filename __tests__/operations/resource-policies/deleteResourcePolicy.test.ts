import { createApi, type Api } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

async function permitted(): Promise<Api> {
  const api = createApi()
  await api.createFunction('orders', { Publish: true })
  const permission = { StatementId: 'one', Action: 'lambda:InvokeFunction', Principal: '123456789012' }
  await api.call('AddPermission', { FunctionName: 'orders', ...permission })
  return api
}

describe('DeleteResourcePolicy', () => {
  it('takes the whole policy away, given its revision, and gives the function a new one', async () => {
    const api = await permitted()
    const { RevisionId } = await api.call('GetResourcePolicy', { ResourceArn: arn })
    expect(await api.call('DeleteResourcePolicy', { ResourceArn: arn, RevisionId })).toEqual({})
    expect(await api.refusal('GetPolicy', { FunctionName: 'orders' })).toMatchObject({ status: 404 })
    expect((await api.call('GetFunctionConfiguration', { FunctionName: 'orders' })).RevisionId).not.toBe(RevisionId)
  })

  const RevisionId = '00000000-0000-0000-0000-000000000000'
  it.each([
    ['an unknown function', { ResourceArn: `${arn}s` }, 404, `Function not found: ${arn}s`],
    ['an unknown version', { ResourceArn: `${arn}:9` }, 404, `Function not found: ${arn}:9`],
    ['a version without a policy', { ResourceArn: `${arn}:1`, RevisionId }, 404, 'The resource you requested does not exist.'],
    [
      'then an older revision',
      { ResourceArn: arn, RevisionId },
      412,
      'The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id',
    ],
  ])('refuses %s', async (_, input, status, message) => {
    const api = await permitted()
    const code = status === 412 ? 'PreconditionFailedException' : 'ResourceNotFoundException'
    expect(await api.refusal('DeleteResourcePolicy', input)).toEqual({ code, status, message })
    await expect(api.call('GetPolicy', { FunctionName: 'orders' })).resolves.toBeDefined()
  })
})
