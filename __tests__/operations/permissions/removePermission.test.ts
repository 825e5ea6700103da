import { createApi, type Api } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const live = { FunctionName: 'orders', Qualifier: 'live' }

/** orders with the alias live, which has the statements one and two. */
async function twoStatements(): Promise<Api> {
  const api = createApi()
  await api.createFunction('orders', { Publish: true })
  await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
  for (const StatementId of ['one', 'two']) {
    const input = { ...live, StatementId, Action: 'lambda:InvokeFunction', Principal: '123456789012' }
    await api.call('AddPermission', input)
  }
  return api
}

describe('RemovePermission', () => {
  it('takes one statement away and gives a new revision', async () => {
    const api = await twoStatements()
    const { RevisionId } = await api.call('GetPolicy', live)
    expect(await api.call('RemovePermission', { ...live, StatementId: 'one', RevisionId })).toEqual({})
    const policy = await api.call('GetPolicy', live)
    expect((JSON.parse(policy.Policy!) as { Statement: { Sid: string }[] }).Statement.map(({ Sid }) => Sid)).toEqual(['two'])
    expect(policy.RevisionId).not.toBe(RevisionId)
  })

  it('removes the policy with its last statement', async () => {
    const api = await twoStatements()
    for (const StatementId of ['one', 'two']) await api.call('RemovePermission', { ...live, StatementId })
    expect(await api.refusal('GetPolicy', live)).toMatchObject({ status: 404 })
  })

  it.each([
    [
      'an unknown function (recorded)',
      { FunctionName: 'doesnotexist', StatementId: 's3' },
      404,
      'No policy found for: arn:aws:lambda:us-east-1:123456789012:function:doesnotexist',
    ],
    [
      'an unknown alias (recorded)',
      { FunctionName: 'orders', StatementId: 'one', Qualifier: 'alias-doesnotexist' },
      404,
      `Cannot find alias arn: ${arn}:alias-doesnotexist`,
    ],
    [
      'a function without a policy, whatever its alias has (recorded)',
      { FunctionName: 'orders', StatementId: 'one' },
      404,
      'No policy is associated with the given resource.',
    ],
    [
      'an unknown statement',
      { ...live, StatementId: 'three', RevisionId: 'wrong' },
      404,
      'Statement three is not found in resource policy.',
    ],
    [
      'then an older revision',
      { ...live, StatementId: 'one', RevisionId: 'wrong' },
      412,
      'The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id',
    ],
  ])('refuses %s', async (_, input, status, message) => {
    const api = await twoStatements()
    const code = status === 412 ? 'PreconditionFailedException' : 'ResourceNotFoundException'
    expect(await api.refusal('RemovePermission', input)).toEqual({ code, status, message })
    const { Policy } = await api.call('GetPolicy', live)
    expect((JSON.parse(Policy!) as { Statement: unknown[] }).Statement).toHaveLength(2)
  })
})
