import { invalidParameter } from '../../errors/invalidParameter'
import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { referTo, requireFunction, requireTarget } from '../functions/function'

/** A published version on managed instances; others are not scaled by a configuration of their own (text not recorded). */
export function requireScalingTarget(
  region: RegionState,
  functionName: string,
  qualifier: string,
): [FunctionRecord, VersionRecord] {
  const reference = referTo(region, functionName, qualifier)
  const fn = requireFunction(region, reference)
  const { version } = requireTarget(fn, qualifier)
  if (version.configuration.capacityProviderConfig === undefined) {
    throw invalidParameter('Function scaling configuration is only supported for functions that use a capacity provider.')
  }
  return [fn, version]
}
