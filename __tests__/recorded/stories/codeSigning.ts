import type { Story } from '../story'
import { usualFunction } from '../world'

const FunctionName = 'lambda_func-1a2b3c4d'
const unknown = 'arn:aws:lambda:us-east-1:111111111111:code-signing-config:csc-0123456789abcdef0'

const attachedAndDetached: Story = {
  title: 'a configuration is attached to a function, found there, and detached',
  values: { 'function-name:1': FunctionName },
  async tell({ call, recorded }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    await recorded('CreateCodeSigningConfig', 0)
    await recorded('UpdateCodeSigningConfig', 1)
    await recorded('GetCodeSigningConfig', 0)
    await recorded('PutFunctionCodeSigningConfig', 0)
    await recorded('GetFunctionCodeSigningConfig', 1)
    await recorded('ListCodeSigningConfigs', 0)
    await recorded('ListFunctionsByCodeSigningConfig', 1)
    await call('DeleteFunctionCodeSigningConfig', { FunctionName })
    await recorded('DeleteCodeSigningConfig', 0)
  },
}

const neverAttached: Story = {
  title: 'a configuration that no function has, and unknown ones',
  async tell({ call, recorded, refused, know }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    const { CodeSigningConfig } = await call('CreateCodeSigningConfig', {
      Description: 'Testing CodeSigning Config',
      AllowedPublishers: { SigningProfileVersionArns: ['arn:aws:signer:us-east-1:111111111111:/signing-profiles/test'] },
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
    })
    know({ 'resource:1': CodeSigningConfig.CodeSigningConfigId })
    const [known, noFunction] = [CodeSigningConfig.CodeSigningConfigArn, 'csc-test-doesnotexist']
    const missing = 'ResourceNotFoundException'

    await refused('DeleteCodeSigningConfig', { CodeSigningConfigArn: unknown }, missing)
    await recorded('DeleteFunctionCodeSigningConfig', 0)
    await refused('DeleteFunctionCodeSigningConfig', { FunctionName: noFunction }, missing)
    const put = 'PutFunctionCodeSigningConfig'
    const noConfig = 'CodeSigningConfigNotFoundException'
    await refused(put, { FunctionName, CodeSigningConfigArn: unknown }, noConfig)
    await refused(put, { FunctionName: noFunction, CodeSigningConfigArn: known }, missing)
    await refused(put, { FunctionName: noFunction, CodeSigningConfigArn: unknown }, noConfig)
    await refused('UpdateCodeSigningConfig', { CodeSigningConfigArn: unknown, Description: 'new-description' }, missing)
    await refused('UpdateCodeSigningConfig', { CodeSigningConfigArn: unknown }, missing)
    await recorded('UpdateCodeSigningConfig', 0)
    await refused('GetCodeSigningConfig', { CodeSigningConfigArn: unknown }, missing)
    await recorded('GetFunctionCodeSigningConfig', 0)
    await refused('GetFunctionCodeSigningConfig', { FunctionName: noFunction }, missing)
    await recorded('ListFunctionsByCodeSigningConfig', 0)
  },
}

export const codeSigning = [attachedAndDetached, neverAttached]
