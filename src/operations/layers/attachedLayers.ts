import { invalidParameter } from '../../errors/invalidParameter'
import type { AttachedLayer } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { findLayerVersion, layerDenied, parseLayerArn } from './layer'

/**
 * The layers that a function is given by ARN. Of the caller's own each has to be there; others are taken as they are.
 * Refuses in this order: more than five; then one by one: a layer of another region, one that is not there, a second version of one layer.
 */
export function requireLayers(region: RegionState, arns: readonly string[]): readonly AttachedLayer[] {
  if (arns.length > 5) throw invalidParameter('Cannot reference more than 5 layers.')
  const seen = new Map<string, string>()
  return arns.map((arn) => {
    const attached = requireLayer(region, arn)
    const layerArn = arn.replace(/:\d+$/, '')
    const other = seen.get(layerArn)
    if (other !== undefined) {
      throw invalidParameter(
        `Two different versions of the same layer are not allowed to be referenced in the same function. ${other} and ${arn} are versions of the same layer.`,
      )
    }
    seen.set(layerArn, arn)
    return attached
  })
}

function requireLayer(region: RegionState, arn: string): AttachedLayer {
  const parsed = parseLayerArn(arn)
  // AWS's own layers have no region, and nobody can look at them.
  if (parsed?.version === undefined) return { arn, codeSize: 0 }
  const isForeign = parsed.accountId !== region.accountId
  if (parsed.region !== region.region) {
    // Of another account's layer AWS looks at the permission first.
    if (isForeign) throw layerDenied(region, arn)
    throw invalidParameter(
      `Layers are not in the same region as the function. Layers are expected to be in region ${region.region}.`,
    )
  }
  if (isForeign) return { arn, codeSize: 0 }
  const found = findLayerVersion(region, { name: parsed.name, arn }, parsed.version)
  if (found === undefined) throw invalidParameter(`Layer version ${arn} does not exist.`)
  const { code } = found.version
  return { arn, codeSize: code.size, unzippedSize: code.unzippedSize, zip: code.zip }
}
