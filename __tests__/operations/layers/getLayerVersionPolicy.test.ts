import { createApi } from '../../support/api'
import { zip } from '../../support/zip'

const arn = 'arn:aws:lambda:us-east-1:123456789012:layer:tools:1'
const version = { LayerName: 'tools', VersionNumber: 1 }

describe('GetLayerVersionPolicy', () => {
  it('answers with the whole policy as JSON, and its revision', async () => {
    const api = createApi()
    await api.call('PublishLayerVersion', { LayerName: 'tools', Content: { ZipFile: zip(['a.js']) } })
    const added = await api.call('AddLayerVersionPermission', {
      ...version,
      StatementId: 's1',
      Action: 'lambda:GetLayerVersion',
      Principal: '*',
    })
    expect(await api.call('GetLayerVersionPolicy', version)).toEqual({
      Policy: `{"Version":"2012-10-17","Id":"default","Statement":[{"Sid":"s1","Effect":"Allow","Principal":"*","Action":"lambda:GetLayerVersion","Resource":"${arn}"}]}`,
      RevisionId: added.RevisionId,
    })
  })

  it('is each version its own', async () => {
    const api = createApi()
    for (const _ of [1, 2]) await api.call('PublishLayerVersion', { LayerName: 'tools', Content: { ZipFile: zip(['a.js']) } })
    await api.call('AddLayerVersionPermission', {
      ...version,
      StatementId: 's1',
      Action: 'lambda:GetLayerVersion',
      Principal: '*',
    })
    expect(await api.refusal('GetLayerVersionPolicy', { ...version, VersionNumber: 2 })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'No policy is associated with the given resource.',
    })
  })

  it('misses a version that is not there', async () => {
    expect(await createApi().refusal('GetLayerVersionPolicy', version)).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: `Layer version ${arn} does not exist.`,
    })
  })
})
