import { createApi } from '../../support/api'
import { AllowedPublishers, newConfig } from '../../support/codeSigning'

describe('UpdateCodeSigningConfig', () => {
  it('changes what is given and leaves the rest (recorded)', async () => {
    const api = createApi()
    const created = await api.call('CreateCodeSigningConfig', { AllowedPublishers, Description: 'Testing' })
    const { CodeSigningConfigArn } = created.CodeSigningConfig
    await api.house.clock.advance(1000)
    const updated = await api.call('UpdateCodeSigningConfig', {
      CodeSigningConfigArn,
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
    })
    expect(updated.CodeSigningConfig).toEqual({
      ...created.CodeSigningConfig,
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
      LastModified: '2026-01-31T12:00:01.000+0000',
    })
    expect(await api.call('GetCodeSigningConfig', { CodeSigningConfigArn })).toEqual(updated)
  })

  it('only answers if nothing is given (recorded)', async () => {
    const api = createApi()
    const created = await api.call('CreateCodeSigningConfig', { AllowedPublishers })
    const { CodeSigningConfigArn } = created.CodeSigningConfig
    await api.house.clock.advance(1000)
    expect(await api.call('UpdateCodeSigningConfig', { CodeSigningConfigArn })).toEqual(created)
  })

  it('replaces publishers and description', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api)
    const other = { SigningProfileVersionArns: ['arn:aws:signer:us-east-1:123456789012:/signing-profiles/other'] }
    const { CodeSigningConfig } = await api.call('UpdateCodeSigningConfig', {
      CodeSigningConfigArn,
      AllowedPublishers: other,
      Description: 'new-description',
    })
    expect(CodeSigningConfig).toMatchObject({ AllowedPublishers: other, Description: 'new-description' })
  })
})
