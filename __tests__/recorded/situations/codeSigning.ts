import { aFunction, nothing, type Situations, type Stage } from '../situation'

/** A configuration that exists; the recordings' `<csc_arn_invalid>` is not it. */
const aConfig: Stage = async ({ call }) => {
  const { CodeSigningConfig } = await call('CreateCodeSigningConfig', {
    AllowedPublishers: { SigningProfileVersionArns: ['arn:aws:signer:us-east-1:111111111111:/signing-profiles/test'] },
  })
  return { values: { 'resource:1': CodeSigningConfig.CodeSigningConfigId } }
}

export const codeSigning: Situations = {
  DeleteCodeSigningConfig: { 'unknown code signing config': aConfig },
  GetCodeSigningConfig: { 'unknown code signing config': aConfig },
  ListFunctionsByCodeSigningConfig: { 'unknown code signing config': aConfig },
  UpdateCodeSigningConfig: {
    'unknown code signing config': aConfig,
    'unknown code signing config and nothing to update': aConfig,
  },
  DeleteFunctionCodeSigningConfig: { 'unknown function': nothing },
  GetFunctionCodeSigningConfig: { 'function ARN of another region': aFunction, 'unknown function': nothing },
  PutFunctionCodeSigningConfig: {
    'both unknown: the config is checked first': aConfig,
    'known function, unknown config (other code than elsewhere)': aFunction,
    'unknown function, known config': aConfig,
  },
}
