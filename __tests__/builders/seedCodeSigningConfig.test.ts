import { buildFunction } from '../../src/builders/buildFunction'
import { seedCodeSigningConfig, type CodeSigningSettings } from '../../src/builders/seedCodeSigningConfig'
import { createApi } from '../support/api'
import { zip } from '../support/zip'

const enforce: CodeSigningSettings = { CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' } }

describe('codeSigningConfig', () => {
  it('creates a configuration, with a publisher if none is named', async () => {
    const api = createApi()
    const config = seedCodeSigningConfig(api.house.seedOf('us-east-1'), { Description: 'ours' })
    expect(config).toMatchObject({
      Description: 'ours',
      AllowedPublishers: {
        SigningProfileVersionArns: ['arn:aws:signer:us-east-1:123456789012:/signing-profiles/lambdouble'],
      },
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Warn' },
    })
    const { arn, ...shown } = config
    expect(await api.call('GetCodeSigningConfig', { CodeSigningConfigArn: arn })).toEqual({ CodeSigningConfig: shown })
  })

  it('goes to a seeded function, whose own code counts as signed', async () => {
    const api = createApi()
    const seed = api.house.seedOf('us-east-1')
    const { arn } = seedCodeSigningConfig(seed, enforce)
    buildFunction(seed, 'orders').configure({ CodeSigningConfigArn: arn })
    expect(await api.call('GetFunctionCodeSigningConfig', { FunctionName: 'orders' })).toEqual({
      CodeSigningConfigArn: arn,
      FunctionName: 'orders',
    })
    expect(await api.refusal('UpdateFunctionCode', { FunctionName: 'orders', ZipFile: zip(['index.mjs']) })).toMatchObject({
      code: 'CodeVerificationFailedException',
    })
  })

  it('refuses members that AWS does not have, and what AWS would refuse', () => {
    const seed = createApi().house.seedOf('us-east-1')
    expect(() => seedCodeSigningConfig(seed, { Publishers: [] } as CodeSigningSettings)).toThrow(
      /lambda\.codeSigningConfig\(\.\.\.\): CreateCodeSigningConfig has no member Publishers/,
    )
    expect(() => seedCodeSigningConfig(seed, { AllowedPublishers: { SigningProfileVersionArns: [] } })).toThrow(
      /AWS would refuse\. CreateCodeSigningConfig answers ValidationException/,
    )
  })
})
