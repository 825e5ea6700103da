import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { EventSourceMappingRecord } from '../../state/eventSourceMappingRecord'
import type { RegionState } from '../../state/regionState'
import { routedVersion } from '../../runtime/routedVersion'
import { qualified, referTo } from '../functions/function'

/** The mapping of a UUID. */
export function requireMapping(region: RegionState, uuid: string): EventSourceMappingRecord {
  const mapping = region.eventSourceMappings.get(uuid)
  if (mapping === undefined) throw new ServiceError('ResourceNotFoundException', 'The resource you requested does not exist.')
  return mapping
}

/** Refuses to touch a mapping whose last change is not over yet. */
export function requireAtRest({ state }: EventSourceMappingRecord, change: 'update' | 'delete'): void {
  if (state === 'Enabled' || state === 'Disabled') return
  throw new ServiceError('ResourceInUseException', `Cannot ${change} the event source mapping because it is in use.`)
}

/** A function that a mapping leads to, with the version or alias if one was named. */
export interface MappedFunction {
  readonly name: string
  /** With the qualifier as it was named. */
  readonly arn: string
  /** Its Timeout, in seconds. */
  readonly timeout: number
}

/** The function that a mapping is to invoke; AWS takes a missing one, version or alias for a bad parameter. */
export function requireMappedFunction(region: RegionState, functionName: string): MappedFunction {
  const { name, arn, qualifier } = referTo(region, functionName)
  const fn = region.functions.get(name)
  const known = qualifier === undefined || qualifier === '$LATEST' || fn?.versions.has(qualifier) || fn?.aliases.has(qualifier)
  if (fn === undefined || !known) throw invalidParameter('Function does not exist')
  const { timeout } = (routedVersion(fn, qualifier, () => 1) ?? fn.latest).configuration
  return { name, arn: qualified(arn, qualifier), timeout }
}
