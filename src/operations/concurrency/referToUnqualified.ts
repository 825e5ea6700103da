import { invalidParameter } from '../../errors/invalidParameter'
import type { RegionState } from '../../state/regionState'
import { referTo, type FunctionReference } from '../functions/function'

/** The name of a whole function: reserved concurrency is shared by all its versions, so none may be named (recorded for the put). */
export function referToUnqualified(region: RegionState, functionName: string): FunctionReference {
  const reference = referTo(region, functionName)
  if (reference.qualifier === undefined) return reference
  throw invalidParameter(
    'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. ' +
      'Please specify either a function name or an unqualified function ARN.',
  )
}
