import { invalidParameter } from '../../errors/invalidParameter'
import type { FunctionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { referTo, requireFunction } from './function'

/**
 * The function whose code or configuration an update changes. "You can't modify the code of a published version, only the unpublished
 * version", say the API pages, and take no version in the name; the text is PutFunctionConcurrency's, recorded there.
 * Refuses in this order: an unknown function, a version or alias other than $LATEST.
 */
export function requireUnpublished(region: RegionState, functionName: string): FunctionRecord {
  const reference = referTo(region, functionName)
  const fn = requireFunction(region, reference)
  if (reference.qualifier === undefined || reference.qualifier === '$LATEST') return fn
  throw invalidParameter(
    'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. ' +
      'Please specify either a function name or an unqualified function ARN.',
  )
}
