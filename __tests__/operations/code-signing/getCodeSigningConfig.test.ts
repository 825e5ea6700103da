import { createApi } from '../../support/api'

const AllowedPublishers = { SigningProfileVersionArns: ['arn:aws:signer:us-east-1:123456789012:/signing-profiles/test'] }

describe('GetCodeSigningConfig', () => {
  it('answers as CreateCodeSigningConfig did', async () => {
    const api = createApi()
    const created = await api.call('CreateCodeSigningConfig', { AllowedPublishers })
    const { CodeSigningConfigArn } = created.CodeSigningConfig
    expect(await api.call('GetCodeSigningConfig', { CodeSigningConfigArn })).toEqual(created)
  })
})
