import { createApi, type Api } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const statement = {
  Sid: 'one',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::223456789012:root' },
  Action: 'lambda:InvokeFunction',
  Resource: arn,
}
const document = (Statement: unknown, more: object = {}) => JSON.stringify({ Version: '2012-10-17', Statement, ...more })

async function orders(): Promise<Api> {
  const api = createApi()
  await api.createFunction('orders', { Publish: true })
  return api
}

describe('PutResourcePolicy', () => {
  it('answers with the policy and its revision', async () => {
    const api = await orders()
    const answer = await api.call('PutResourcePolicy', { ResourceArn: arn, Policy: document([statement]) })
    expect(answer).toEqual({ Policy: document([statement]), RevisionId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(await api.call('GetResourcePolicy', { ResourceArn: arn })).toEqual(answer)
  })

  it('replaces what AddPermission made, which then goes on from it', async () => {
    const api = await orders()
    const add = (StatementId: string) =>
      api.call('AddPermission', { FunctionName: 'orders', StatementId, Action: 'lambda:GetFunction', Principal: '123456789012' })
    await add('old')
    await api.call('PutResourcePolicy', { ResourceArn: arn, Policy: document([statement]) })
    await add('new')
    const { Policy } = await api.call('GetPolicy', { FunctionName: 'orders' })
    expect((JSON.parse(Policy!) as { Statement: { Sid: string }[] }).Statement.map(({ Sid }) => Sid)).toEqual(['one', 'new'])
  })

  it('protects one version alone', async () => {
    const api = await orders()
    await api.call('PutResourcePolicy', { ResourceArn: `${arn}:1`, Policy: document([statement]) })
    expect(await api.refusal('GetPolicy', { FunctionName: 'orders' })).toMatchObject({ status: 404 })
    await expect(api.call('GetPolicy', { FunctionName: 'orders:1' })).resolves.toBeDefined()
  })

  it('takes a single statement without a list, and a policy without a version', async () => {
    const api = await orders()
    const Policy = JSON.stringify({ Statement: statement })
    const answer = await api.call('PutResourcePolicy', { ResourceArn: arn, Policy })
    expect(JSON.parse(answer.Policy!)).toEqual({ Statement: [statement] })
  })

  it('takes the current revision', async () => {
    const api = await orders()
    const put = (RevisionId?: string) =>
      api.call('PutResourcePolicy', { ResourceArn: arn, Policy: document([statement]), RevisionId })
    const first = await put()
    expect((await put(first.RevisionId)).RevisionId).not.toBe(first.RevisionId)
  })

  const Policy = document([statement])
  const wrong = '00000000-0000-0000-0000-000000000000'
  it.each([
    [
      '$LATEST',
      { ResourceArn: `${arn}:$LATEST`, Policy },
      'InvalidParameterValueException',
      400,
      'We currently do not support adding policies for $LATEST.',
    ],
    [
      'an unknown function',
      { ResourceArn: arn.replace('orders', 'gone'), Policy },
      'ResourceNotFoundException',
      404,
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    ],
    [
      'an unknown alias',
      { ResourceArn: `${arn}:live`, Policy },
      'ResourceNotFoundException',
      404,
      `Cannot find alias arn: ${arn}:live`,
    ],
    [
      'then an older revision',
      { ResourceArn: arn, Policy: 'nonsense', RevisionId: wrong },
      'PreconditionFailedException',
      412,
      'The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id',
    ],
  ])('refuses %s', async (_, input, code, status, message) => {
    expect(await (await orders()).refusal('PutResourcePolicy', input)).toEqual({ code, status, message })
  })

  it('refuses a policy of more than 20 KB, as AddPermission does', async () => {
    const api = await orders()
    // The model limits characters; the quota is one of bytes.
    const long = (length: number) =>
      document([{ ...statement, Condition: { StringLike: { 'aws:username': 'é'.repeat(length) } } }])
    expect(await api.refusal('PutResourcePolicy', { ResourceArn: arn, Policy: long(10_300) })).toMatchObject({
      code: 'PolicyLengthExceededException',
      status: 400,
    })
    await expect(api.call('PutResourcePolicy', { ResourceArn: arn, Policy: long(9_000) })).resolves.toBeDefined()
  })

  const without = (name: keyof typeof statement) => document([{ ...statement, [name]: undefined }])
  it.each([
    ['text that is no JSON', '{', 'Policies must be valid JSON'],
    ['JSON that is no object', '[]', 'Policies must be valid JSON'],
    ['an unknown version', document([statement], { Version: '2020-01-01' }), 'must contain a valid version string'],
    ['an unknown member', document([statement], { Statements: [] }), 'Unknown field Statements'],
    ['no statement', document(undefined), 'Missing required field Statement'],
    ['an empty list of statements', document([]), 'Missing required field Statement'],
    ['a statement that is none', document(['Allow']), 'Statement must be an object'],
    ['an unknown member of a statement', document([{ ...statement, Actions: '*' }]), 'Unknown field Actions'],
    ['a statement without Effect', without('Effect'), 'Missing required field Effect'],
    ['a statement without Principal', without('Principal'), 'Missing required field Principal'],
    ['a statement without Action', without('Action'), 'Missing required field Action'],
    ['an effect that is none', document([{ ...statement, Effect: 'Maybe' }]), 'Invalid effect: Maybe'],
    ['the same Sid twice', document([statement, statement]), 'Statement IDs (SID) in a single policy must be unique'],
  ])('refuses %s', async (_, text, reason) => {
    const refusal = await (await orders()).refusal('PutResourcePolicy', { ResourceArn: arn, Policy: text })
    expect(refusal).toMatchObject({ code: 'InvalidParameterValueException', status: 400 })
    expect(refusal.message).toContain(reason)
  })
})
