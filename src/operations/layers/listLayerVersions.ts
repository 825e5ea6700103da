import { page } from '../../state/page'
import { operation } from '../operation'
import { describeLayerInList } from './describeLayerVersion'
import { referToLayer } from './layer'
import { listedVersions } from './listedVersions'

/**
 * ListLayerVersions: the versions of a layer, newest first, at most 50 a page; none for a layer that is not there (recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListLayerVersions.html
 */
export const listLayerVersions = operation('ListLayerVersions', (input, { region }) => {
  const { name } = referToLayer(region, input.LayerName)
  const layer = region.layers.get(name)
  const versions = layer === undefined ? [] : listedVersions(layer, input)
  const { items, nextMarker } = page(
    { name: `ListLayerVersions ${name}`, items: versions, most: 50, keyOf: ({ version }) => String(version) },
    input,
  )
  return { NextMarker: nextMarker, LayerVersions: items.map(describeLayerInList) }
})
