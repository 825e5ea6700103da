import type { Input } from '../../../src/model/api'
import { createApi, type Api } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const s3: Input<'AddPermission'> = {
  FunctionName: 'orders',
  StatementId: 's3',
  Action: 'lambda:InvokeFunction',
  Principal: 's3.amazonaws.com',
  SourceArn: 'arn:aws:s3:::test-bucket',
}

/** orders with version 1 and the alias live. */
async function orders(): Promise<Api> {
  const api = createApi()
  await api.createFunction('orders', { Publish: true })
  await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
  return api
}

async function statement(more: Partial<Input<'AddPermission'>>): Promise<unknown> {
  const { SourceArn: _, ...plain } = s3
  const { Statement } = await (await orders()).call('AddPermission', { ...plain, ...more })
  return JSON.parse(Statement!)
}

describe('AddPermission', () => {
  it('answers with the statement as JSON, its members in this order (AWS example)', async () => {
    const api = await orders()
    const { Statement } = await api.call('AddPermission', { ...s3, SourceAccount: '123456789012' })
    expect(Statement).toBe(
      `{"Sid":"s3","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"${arn}",` +
        '"Condition":{"StringEquals":{"AWS:SourceAccount":"123456789012"},"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::test-bucket"}}}',
    )
  })

  it('has no Condition without one (AWS example)', async () => {
    expect(await statement({ StatementId: 'xaccount', Principal: '223456789012' })).toEqual({
      Sid: 'xaccount',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::223456789012:root' },
      Action: 'lambda:InvokeFunction',
      Resource: arn,
    })
  })

  it.each([
    ['*', '*'],
    ['events.amazonaws.com', { Service: 'events.amazonaws.com' }],
    ['alexa-connectedhome.amazon.com', { Service: 'alexa-connectedhome.amazon.com' }],
    ['arn:aws:iam::223456789012:role/caller', { AWS: 'arn:aws:iam::223456789012:role/caller' }],
  ])('takes the principal %s', async (Principal, expected) => {
    expect(await statement({ Principal })).toMatchObject({ Principal: expected })
  })

  it.each([
    [
      'a function URL',
      { Action: 'lambda:InvokeFunctionUrl', Principal: '*', FunctionUrlAuthType: 'NONE' as const },
      { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
    ],
    [
      'invocation through a function URL',
      { Principal: '*', InvokedViaFunctionUrl: true },
      { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
    ],
    [
      'an organization',
      { Principal: '*', PrincipalOrgID: 'o-a1b2c3d4e5' },
      { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    ],
    [
      'an Alexa skill',
      { Principal: 'alexa-connectedhome.amazon.com', EventSourceToken: 'amzn1.ask.skill.1' },
      { StringEquals: { 'lambda:EventSourceToken': 'amzn1.ask.skill.1' } },
    ],
  ])('makes a condition of %s', async (_, more, Condition) => {
    expect(await statement(more)).toMatchObject({ Condition })
  })

  it('keeps a policy each for the function, its versions and its aliases (recorded)', async () => {
    const api = await orders()
    for (const Qualifier of [undefined, '1', 'live']) {
      const { Statement } = await api.call('AddPermission', { ...s3, Qualifier })
      const Resource = Qualifier === undefined ? arn : `${arn}:${Qualifier}`
      expect(JSON.parse(Statement!)).toMatchObject({ Sid: 's3', Resource })
    }
  })

  it('gives what it protects a new revision, and takes the current one', async () => {
    const api = await orders()
    const { RevisionId } = await api.call('GetAlias', { FunctionName: 'orders', Name: 'live' })
    await api.call('AddPermission', { ...s3, Qualifier: 'live', RevisionId })
    const policy = await api.call('GetPolicy', { FunctionName: 'orders', Qualifier: 'live' })
    expect(policy.RevisionId).not.toBe(RevisionId)
    expect((await api.call('GetAlias', { FunctionName: 'orders', Name: 'live' })).RevisionId).toBe(policy.RevisionId)
    await api.call('AddPermission', { ...s3, StatementId: 's3_2', Qualifier: 'live', RevisionId: policy.RevisionId })
  })

  it.each([
    [
      'qualifiers that differ (recorded)',
      { FunctionName: 'orders:alias-not-42', Qualifier: '42' },
      'InvalidParameterValueException',
      400,
      'The derived qualifier from the function name does not match the specified qualifier.',
    ],
    [
      '$LATEST (recorded)',
      { FunctionName: 'orders:$LATEST', Qualifier: '$LATEST' },
      'InvalidParameterValueException',
      400,
      'We currently do not support adding policies for $LATEST.',
    ],
    [
      'an unknown function (recorded)',
      { FunctionName: 'doesnotexist' },
      'ResourceNotFoundException',
      404,
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:doesnotexist',
    ],
    [
      'an unknown alias (recorded)',
      { FunctionName: 'orders:alias-doesnotexist', RevisionId: 'wrong' },
      'ResourceNotFoundException',
      404,
      `Cannot find alias arn: ${arn}:alias-doesnotexist`,
    ],
    ['an unknown version (recorded)', { Qualifier: '42' }, 'ResourceNotFoundException', 404, `Function not found: ${arn}:42`],
    [
      'a qualifier that is neither (recorded)',
      { Qualifier: 'valid-with-$-but-doesnotexist' },
      'ResourceNotFoundException',
      404,
      `Function not found: ${arn}:valid-with-$-but-doesnotexist`,
    ],
    [
      'then an older revision (recorded)',
      { RevisionId: 'wrong', StatementId: 'taken' },
      'PreconditionFailedException',
      412,
      'The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id',
    ],
    [
      'then a statement id that is taken (recorded)',
      { StatementId: 'taken', Principal: 'invalid.nonaws.com' },
      'ResourceConflictException',
      409,
      'The statement id (taken) provided already exists. Please provide a new statement id, or remove the existing statement.',
    ],
    [
      'then an unknown principal (recorded)',
      { Principal: 'invalid.nonaws.com' },
      'InvalidParameterValueException',
      400,
      'The provided principal was invalid. Please check the principal and try again.',
    ],
    [
      'a function URL with another action',
      { FunctionUrlAuthType: 'NONE' as const },
      'InvalidParameterValueException',
      400,
      'FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action',
    ],
  ])('refuses %s', async (_, more, code, status, message) => {
    const api = await orders()
    await api.call('AddPermission', { ...s3, StatementId: 'taken' })
    expect(await api.refusal('AddPermission', { ...s3, ...more })).toEqual({ code, status, message })
  })

  it('refuses a policy of more than 20 KB', async () => {
    const api = await orders()
    const SourceArn = `arn:aws:s3:::${'b'.repeat(9_900)}`
    await api.call('AddPermission', { ...s3, StatementId: 'one', SourceArn })
    await api.call('AddPermission', { ...s3, StatementId: 'two', SourceArn })
    const refusal = await api.refusal('AddPermission', { ...s3, StatementId: 'three', SourceArn })
    expect(refusal).toMatchObject({ code: 'PolicyLengthExceededException', status: 400 })
    expect(refusal.message).toMatch(/^The final policy size \(30\d{3}\) is bigger than the limit \(20480\)\.$/)
    const { Policy } = await api.call('GetPolicy', { FunctionName: 'orders' })
    expect((JSON.parse(Policy!) as { Statement: unknown[] }).Statement).toHaveLength(2)
  })
})
