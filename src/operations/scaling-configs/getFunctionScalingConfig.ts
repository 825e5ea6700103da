import { qualified } from '../functions/function'
import { operation } from '../operation'
import { requireScalingTarget } from './scalingConfig'

/**
 * GetFunctionScalingConfig: how many execution environments a version on managed instances was asked to have, and has.
 * Refuses in this order: an unknown function, an unknown version, one that is not on managed instances.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionScalingConfig.html
 */
export const getFunctionScalingConfig = operation('GetFunctionScalingConfig', (input, { region }) => {
  const [fn] = requireScalingTarget(region, input.FunctionName, input.Qualifier)
  const config = fn.scalingConfigs.get(input.Qualifier)
  return {
    FunctionArn: qualified(fn.arn, input.Qualifier),
    AppliedFunctionScalingConfig: config?.applied,
    RequestedFunctionScalingConfig: config?.requested,
  }
})
