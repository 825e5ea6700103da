import type { LayerVersionRecord } from '../../state/layerRecord'
import { newCode } from '../code/code'
import { operation } from '../operation'
import { describeLayerVersion } from './describeLayerVersion'
import { referToLayer } from './layer'

/**
 * PublishLayerVersion: content under the next number of a layer, which comes to be with its first version.
 * Refuses in this order: a layer of another region, one of another account, bad content.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html
 */
export const publishLayerVersion = operation('PublishLayerVersion', (input, context) => {
  const { region, clock } = context
  const { name, arn } = referToLayer(region, input.LayerName)
  const code = newCode(region, input.Content, 'layer')
  const layer = region.layers.get(name) ?? { name, arn, versions: new Map<number, LayerVersionRecord>(), nextVersion: 1 }
  const number = layer.nextVersion++
  const version: LayerVersionRecord = {
    version: number,
    arn: `${arn}:${number}`,
    description: input.Description ?? '',
    createdAt: clock.now(),
    code,
    compatibleRuntimes: input.CompatibleRuntimes,
    compatibleArchitectures: input.CompatibleArchitectures,
    licenseInfo: input.LicenseInfo,
  }
  layer.versions.set(number, version)
  region.layers.set(name, layer)
  return describeLayerVersion(context, layer, version)
})
