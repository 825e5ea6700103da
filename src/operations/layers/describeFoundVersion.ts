import { ServiceError } from '../../errors/serviceError'
import type { GetLayerVersionResponse } from '../../model/api'
import type { OperationContext } from '../operation'
import { describeLayerVersion } from './describeLayerVersion'
import { findLayerVersion, referToLayer, requireVersionNumber } from './layer'

/** What GetLayerVersion and GetLayerVersionByArn answer, misses included: a layer and a version are missed in the same words (recorded). */
export function describeFoundVersion(layerName: string, number: number, context: OperationContext): GetLayerVersionResponse {
  const { region } = context
  const reference = referToLayer(region, layerName)
  requireVersionNumber(number)
  const found = findLayerVersion(region, reference, number)
  if (found === undefined) throw new ServiceError('ResourceNotFoundException', 'The resource you requested does not exist.')
  return describeLayerVersion(context, found.layer, found.version)
}
