import { createApi, type Api } from '../../support/api'
import { zip } from '../../support/zip'

const version = { LayerName: 'tools', VersionNumber: 1 }
const add = (api: Api, StatementId: string) =>
  api.call('AddLayerVersionPermission', { ...version, StatementId, Action: 'lambda:GetLayerVersion', Principal: '*' })

async function withPolicy(): Promise<Api> {
  const api = createApi()
  await api.call('PublishLayerVersion', { LayerName: 'tools', Content: { ZipFile: zip(['a.js']) } })
  await add(api, 's1')
  return api
}

describe('RemoveLayerVersionPermission', () => {
  it('takes one statement out and gives the policy a new revision', async () => {
    const api = await withPolicy()
    const { RevisionId } = await add(api, 's2')
    expect(await api.call('RemoveLayerVersionPermission', { ...version, StatementId: 's1', RevisionId })).toEqual({})
    const policy = await api.call('GetLayerVersionPolicy', version)
    expect((JSON.parse(policy.Policy!) as { Statement: { Sid: string }[] }).Statement.map(({ Sid }) => Sid)).toEqual(['s2'])
    expect(policy.RevisionId).not.toBe(RevisionId)
  })

  it('takes the policy away with its last statement', async () => {
    const api = await withPolicy()
    await api.call('RemoveLayerVersionPermission', { ...version, StatementId: 's1' })
    expect(await api.refusal('GetLayerVersionPolicy', version)).toMatchObject({
      message: 'No policy is associated with the given resource.',
    })
    expect(await api.refusal('RemoveLayerVersionPermission', { ...version, StatementId: 's1' })).toMatchObject({
      status: 404,
      message: 'No policy is associated with the given resource.',
    })
  })

  it.each([
    [
      'a version that is not there',
      { VersionNumber: 2 },
      404,
      'ResourceNotFoundException',
      'Layer version arn:aws:lambda:us-east-1:123456789012:layer:tools:2 does not exist.',
    ],
    [
      'an older revision, before it looks for the statement',
      { StatementId: 'nothing', RevisionId: 'wrong' },
      412,
      'PreconditionFailedException',
      'The Revision Id provided does not match the latest Revision Id. Call the GetLayerPolicy API to retrieve the latest Revision Id',
    ],
    [
      'a statement that is not there',
      { StatementId: 'nothing' },
      404,
      'ResourceNotFoundException',
      'Statement nothing is not found in resource policy.',
    ],
  ])('refuses %s', async (_, change, status, code, message) => {
    const api = await withPolicy()
    expect(await api.refusal('RemoveLayerVersionPermission', { ...version, StatementId: 's1', ...change })).toEqual({
      code,
      status,
      message,
    })
  })
})
