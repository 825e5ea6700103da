import type { EventInvokeRecord } from '../../state/eventInvokeRecord'
import { referTo } from '../functions/function'
import { operation } from '../operation'
import { requireDestinations } from './destinations'
import { describeEventInvokeConfig, requireConfigurable, requireSomeSetting } from './eventInvokeConfig'

/**
 * PutFunctionEventInvokeConfig: how asynchronous invocations of a version or alias are retried and where their records go.
 * It replaces what was there: members left out go back to AWS's defaults.
 * Refuses in this order: no setting at all, an unknown function, version or alias, a bad destination.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
 */
export const putFunctionEventInvokeConfig = operation('PutFunctionEventInvokeConfig', (input, { region, clock }) => {
  requireSomeSetting(input)
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  const fn = requireConfigurable(region, reference)
  const config: EventInvokeRecord = {
    qualifier: reference.qualifier ?? '$LATEST',
    maximumRetryAttempts: input.MaximumRetryAttempts,
    maximumEventAge: input.MaximumEventAgeInSeconds,
    ...requireDestinations(region, fn, input.DestinationConfig ?? {}),
    lastModified: clock.now(),
  }
  fn.eventInvokeConfigs.set(config.qualifier, config)
  return describeEventInvokeConfig(fn, config)
})
