import type { ListLayersRequest } from '../../model/api'
import type { LayerRecord, LayerVersionRecord } from '../../state/layerRecord'

type Filter = Pick<ListLayersRequest, 'CompatibleRuntime' | 'CompatibleArchitecture'>

/**
 * The versions of a layer that a list shows, newest first: those that say that they go with the runtime and the architecture.
 * One that says nothing goes with none.
 */
export function listedVersions(layer: LayerRecord, filter: Filter): readonly LayerVersionRecord[] {
  const { CompatibleRuntime: runtime, CompatibleArchitecture: architecture } = filter
  return [...layer.versions.values()]
    .reverse()
    .filter(
      (version) =>
        (runtime === undefined || version.compatibleRuntimes?.includes(runtime)) &&
        (architecture === undefined || version.compatibleArchitectures?.includes(architecture)),
    )
}
