import { page } from '../../state/page'
import { operation } from '../operation'
import { describeLayerInList } from './describeLayerVersion'
import { listedVersions } from './listedVersions'

/**
 * ListLayers: each layer by name with its newest version that fits the filters, at most 50 a page. A layer without one is not listed.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListLayers.html
 */
export const listLayers = operation('ListLayers', (input, { region }) => {
  const layers = [...region.layers.values()]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((layer) => {
      const [latest] = listedVersions(layer, input)
      return latest === undefined ? [] : [{ layer, latest }]
    })
  const { items, nextMarker } = page({ name: 'ListLayers', items: layers, most: 50, keyOf: ({ layer }) => layer.name }, input)
  return {
    NextMarker: nextMarker,
    Layers: items.map(({ layer, latest }) => ({
      LayerName: layer.name,
      LayerArn: layer.arn,
      LatestMatchingVersion: describeLayerInList(latest),
    })),
  }
})
