import { invalidParameter } from '../../errors/invalidParameter'
import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { qualified, referTo, requireFunction, requireTarget } from '../functions/function'

/** A version whose runtime can be managed, and the ARN by which the caller named it. */
export interface ManagedVersion {
  readonly fn: FunctionRecord
  readonly version: VersionRecord
  readonly arn: string
}

/**
 * Finds the version of a runtime management configuration, $LATEST if none is named. Not recorded: the ARN as it was asked for, and
 * the refusal of aliases, which the API page leaves out of what a Qualifier can be.
 * Refuses in this order: an unknown function, an unknown version, an alias.
 */
export function requireManagedVersion(region: RegionState, functionName: string, qualifier: string | undefined): ManagedVersion {
  const reference = referTo(region, functionName, qualifier)
  const fn = requireFunction(region, reference)
  const { version, alias } = requireTarget(fn, reference.qualifier)
  if (alias) throw invalidParameter('Runtime management configurations are supported for $LATEST and published versions only.')
  return { fn, version, arn: qualified(fn.arn, reference.qualifier) }
}
