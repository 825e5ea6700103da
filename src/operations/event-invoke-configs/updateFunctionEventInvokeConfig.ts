import type { EventInvokeRecord } from '../../state/eventInvokeRecord'
import { referTo } from '../functions/function'
import { operation } from '../operation'
import { requireDestinations } from './destinations'
import { describeEventInvokeConfig, requireConfigurable, requireEventInvokeConfig, requireSomeSetting } from './eventInvokeConfig'

/**
 * UpdateFunctionEventInvokeConfig: changes how asynchronous invocations are treated; members left out stay.
 * A DestinationConfig replaces both destinations (not recorded).
 * Refuses in this order: no setting at all, an unknown function, version or alias, one without a configuration, a bad destination.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionEventInvokeConfig.html
 */
export const updateFunctionEventInvokeConfig = operation('UpdateFunctionEventInvokeConfig', (input, { region, clock }) => {
  requireSomeSetting(input)
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  requireConfigurable(region, reference)
  const [fn, old] = requireEventInvokeConfig(region, reference)
  const config: EventInvokeRecord = {
    ...old,
    maximumRetryAttempts: input.MaximumRetryAttempts ?? old.maximumRetryAttempts,
    maximumEventAge: input.MaximumEventAgeInSeconds ?? old.maximumEventAge,
    ...(input.DestinationConfig && requireDestinations(region, fn, input.DestinationConfig)),
    lastModified: clock.now(),
  }
  fn.eventInvokeConfigs.set(config.qualifier, config)
  return describeEventInvokeConfig(fn, config)
})
