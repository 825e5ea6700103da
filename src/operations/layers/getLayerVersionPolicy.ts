import { operation } from '../operation'
import { policyDocument, requirePolicy, requirePolicyHolder } from './layer'

/**
 * GetLayerVersionPolicy: who else may use a layer version, as a JSON text.
 * Refuses in this order: a version that is not there, one without a policy.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionPolicy.html
 */
export const getLayerVersionPolicy = operation('GetLayerVersionPolicy', (input, { region }) => {
  const { statements, revisionId } = requirePolicy(requirePolicyHolder(region, input.LayerName, input.VersionNumber))
  return { Policy: policyDocument(statements.values()), RevisionId: revisionId }
})
