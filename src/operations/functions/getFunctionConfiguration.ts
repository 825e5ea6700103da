import { operation } from '../operation'
import { describeFunction } from './describeFunction'
import { referTo, requireFunction, requireTarget } from './function'

/**
 * GetFunctionConfiguration: the settings of a version, and whether it can run. The waiters poll this.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
 */
export const getFunctionConfiguration = operation('GetFunctionConfiguration', (input, { region }) => {
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  const fn = requireFunction(region, reference)
  return describeFunction(region, fn, requireTarget(fn, reference.qualifier).version, reference.qualifier)
})
