import { operation } from '../operation'
import { describeFoundVersion } from './describeFoundVersion'

/**
 * GetLayerVersion: one version of a layer, with a link to its content that is good for ten minutes.
 * Refuses in this order: a number below 1, a layer or version that is not there (recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersion.html
 */
export const getLayerVersion = operation('GetLayerVersion', (input, context) =>
  describeFoundVersion(input.LayerName, input.VersionNumber, context),
)
