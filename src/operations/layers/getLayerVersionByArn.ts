import { operation } from '../operation'
import { describeFoundVersion } from './describeFoundVersion'
import { parseLayerArn } from './layer'

/**
 * GetLayerVersionByArn: GetLayerVersion, with layer and number in one ARN.
 * The layers that AWS owns have no version in their ARN; they are nowhere to be found here.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionByArn.html
 */
export const getLayerVersionByArn = operation('GetLayerVersionByArn', ({ Arn }, context) => {
  const version = parseLayerArn(Arn)?.version
  return version === undefined
    ? describeFoundVersion(Arn, 1, context)
    : describeFoundVersion(Arn.slice(0, Arn.lastIndexOf(':')), version, context)
})
