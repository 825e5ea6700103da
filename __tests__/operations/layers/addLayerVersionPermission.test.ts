import { createApi, type Api } from '../../support/api'
import { zip } from '../../support/zip'

const arn = 'arn:aws:lambda:us-east-1:123456789012:layer:tools:1'
const allowed = {
  LayerName: 'tools',
  VersionNumber: 1,
  StatementId: 'xaccount',
  Action: 'lambda:GetLayerVersion',
  Principal: '223456789012',
}

async function withLayer(): Promise<Api> {
  const api = createApi()
  await api.call('PublishLayerVersion', { LayerName: 'tools', Content: { ZipFile: zip(['a.js']) } })
  return api
}

describe('AddLayerVersionPermission', () => {
  it("answers with the statement, as in AWS's example", async () => {
    const api = await withLayer()
    expect(await api.call('AddLayerVersionPermission', allowed)).toEqual({
      RevisionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      Statement: `{"Sid":"xaccount","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::223456789012:root"},"Action":"lambda:GetLayerVersion","Resource":"${arn}"}`,
    })
  })

  it.each([
    ['*', '*'],
    ['arn:aws:iam::223456789012:root', { AWS: 'arn:aws:iam::223456789012:root' }],
  ])('writes the principal %s', async (Principal, written) => {
    const { Statement } = await (await withLayer()).call('AddLayerVersionPermission', { ...allowed, Principal })
    expect((JSON.parse(Statement!) as { Principal: unknown }).Principal).toEqual(written)
  })

  it('writes an organization as a condition', async () => {
    const api = await withLayer()
    const { Statement } = await api.call('AddLayerVersionPermission', {
      ...allowed,
      Principal: '*',
      OrganizationId: 'o-t194hfs8cz',
    })
    expect(JSON.parse(Statement!)).toEqual({
      Sid: 'xaccount',
      Effect: 'Allow',
      Principal: '*',
      Action: 'lambda:GetLayerVersion',
      Resource: arn,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-t194hfs8cz' } },
    })
  })

  it('gives the policy a new revision each time', async () => {
    const api = await withLayer()
    const first = await api.call('AddLayerVersionPermission', allowed)
    const second = await api.call('AddLayerVersionPermission', {
      ...allowed,
      StatementId: 'another',
      RevisionId: first.RevisionId,
    })
    expect(second.RevisionId).not.toBe(first.RevisionId)
  })

  it.each([
    [
      'an unknown layer',
      { LayerName: 'nothing' },
      404,
      'ResourceNotFoundException',
      'Layer version arn:aws:lambda:us-east-1:123456789012:layer:nothing:1 does not exist.',
    ],
    [
      'an unknown version, under its ARN too',
      { LayerName: arn.slice(0, -2), VersionNumber: 2 },
      404,
      'ResourceNotFoundException',
      `Layer version ${arn.slice(0, -1)}2 does not exist.`,
    ],
    [
      'a statement id in use',
      {},
      409,
      'ResourceConflictException',
      'The statement id (xaccount) provided already exists. Please provide a new statement id, or remove the existing statement.',
    ],
    [
      'an older revision',
      { StatementId: 'another', RevisionId: 'wrong' },
      412,
      'PreconditionFailedException',
      'The Revision Id provided does not match the latest Revision Id. Call the GetLayerPolicy API to retrieve the latest Revision Id',
    ],
    [
      'an organization beside a single account',
      { StatementId: 'another', OrganizationId: 'o-t194hfs8cz' },
      400,
      'InvalidParameterValueException',
      'OrganizationId can only be specified when the principal is *.',
    ],
    [
      'any other action',
      { StatementId: 'another', Action: '*' },
      400,
      'ValidationException',
      `1 validation error detected: Value '*' at 'action' failed to satisfy constraint: Member must satisfy regular expression pattern: lambda:GetLayerVersion`,
    ],
  ])('refuses %s', async (_, change, status, code, message) => {
    const api = await withLayer()
    await api.call('AddLayerVersionPermission', allowed)
    expect(await api.refusal('AddLayerVersionPermission', { ...allowed, ...change })).toEqual({ code, status, message })
  })

  it('refuses a policy over 20 KB and leaves it as it was', async () => {
    const api = await withLayer()
    const add = (count: number) =>
      api.call('AddLayerVersionPermission', { ...allowed, StatementId: `s${count}`.padEnd(100, 'x') })
    let count = 0
    const refused = await (async () => {
      for (;;) {
        try {
          await add(count++)
        } catch (error) {
          return error as Error
        }
      }
    })()
    expect(refused).toMatchObject({ name: 'PolicyLengthExceededException', status: 400 })
    expect(refused.message).toMatch(/^The final policy size \(20\d{3}\) is bigger than the limit \(20480\)\.$/)
    const { Policy } = await api.call('GetLayerVersionPolicy', { LayerName: 'tools', VersionNumber: 1 })
    expect((JSON.parse(Policy!) as { Statement: unknown[] }).Statement).toHaveLength(count - 1)
  })
})
