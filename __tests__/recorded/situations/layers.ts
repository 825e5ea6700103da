import { archive } from '../../support/archive'
import { nothing, type Situation, type Situations } from '../situation'

/** A layer with one version, 1. */
const aLayer: Situation = {
  values: { 'resource:1': 'shared' },
  async stage({ call }) {
    await call('PublishLayerVersion', { LayerName: 'shared', Content: { ZipFile: archive(200) } })
  },
}

export const layers: Situations = {
  DeleteLayerVersion: { 'negative version number (deleting an unknown version gives no error)': aLayer },
  GetLayerVersion: {
    'negative version number': aLayer,
    'version number 0': aLayer,
    'known layer, unknown version': aLayer,
    'unknown layer': nothing,
  },
  GetLayerVersionByArn: { 'unknown version in the ARN': aLayer, 'layer ARN without a version': aLayer },
  ListLayers: { 'unknown architecture filter': aLayer, 'unknown runtime filter': aLayer },
  PublishLayerVersion: {
    'some unknown values: the whole list is quoted': nothing,
    'unknown runtime and unknown architecture: both are reported': nothing,
  },
}
