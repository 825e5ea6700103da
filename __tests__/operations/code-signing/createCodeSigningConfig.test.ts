import { createApi } from '../../support/api'

const AllowedPublishers = {
  SigningProfileVersionArns: ['arn:aws:signer:us-east-1:123456789012:/signing-profiles/test'],
}

describe('CreateCodeSigningConfig', () => {
  it('answers with the configuration (recorded)', async () => {
    const { CodeSigningConfig } = await createApi().call('CreateCodeSigningConfig', {
      Description: 'Testing CodeSigning Config',
      AllowedPublishers,
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
    })
    const id = CodeSigningConfig.CodeSigningConfigId
    expect(id).toMatch(/^csc-[0-9a-f]{17}$/)
    expect(CodeSigningConfig).toEqual({
      AllowedPublishers,
      CodeSigningConfigArn: `arn:aws:lambda:us-east-1:123456789012:code-signing-config:${id}`,
      CodeSigningConfigId: id,
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
      Description: 'Testing CodeSigning Config',
      LastModified: '2026-01-31T12:00:00.000+0000',
    })
  })

  it('only warns unless told otherwise', async () => {
    const { CodeSigningConfig } = await createApi().call('CreateCodeSigningConfig', { AllowedPublishers })
    expect(CodeSigningConfig.CodeSigningPolicies).toEqual({ UntrustedArtifactOnDeployment: 'Warn' })
    expect(CodeSigningConfig.Description).toBeUndefined()
  })

  it('keeps the tags for the operations of tags', async () => {
    const api = createApi()
    await api.call('CreateCodeSigningConfig', { AllowedPublishers, Tags: { team: 'shop' } })
    expect([...api.region.codeSigningConfigs.values()].map(({ tags }) => [...tags])).toEqual([[['team', 'shop']]])
  })

  it('refuses more than 50 tags', async () => {
    const Tags = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag-${index}`, '']))
    expect(await createApi().refusal('CreateCodeSigningConfig', { AllowedPublishers, Tags })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Number of tags exceeds resource tag limit.',
    })
  })

  it('refuses more than 20 publishers, and none', async () => {
    const api = createApi()
    for (const count of [0, 21]) {
      const SigningProfileVersionArns = Array.from({ length: count }, () => AllowedPublishers.SigningProfileVersionArns[0]!)
      expect(await api.refusal('CreateCodeSigningConfig', { AllowedPublishers: { SigningProfileVersionArns } })).toMatchObject({
        code: 'ValidationException',
        status: 400,
      })
    }
  })
})
