import { operation } from '../operation'
import { referToLayer, requireVersionNumber } from './layer'

/**
 * DeleteLayerVersion: takes a version away for new users; functions that have it keep it, and its number is never given again.
 * A version that is not there is deleted without a word (recorded). Refuses a number below 1 (recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteLayerVersion.html
 */
export const deleteLayerVersion = operation('DeleteLayerVersion', (input, { region }) => {
  const { name } = referToLayer(region, input.LayerName)
  requireVersionNumber(input.VersionNumber)
  region.layers.get(name)?.versions.delete(input.VersionNumber)
  return {}
})
