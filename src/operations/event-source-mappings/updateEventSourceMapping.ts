import { operation } from '../operation'
import { describeMapping } from './describeMapping'
import { requireNoDuplicate } from './duplicateMapping'
import { requireAtRest, requireMappedFunction, requireMapping } from './eventSourceMapping'
import { requireNoSuccessDestination, requireSupported, requireValidSettings, requireVisibilityTimeout } from './mappingRules'
import { changedSettings } from './mappingSettings'
import { startMappingTransition } from './mappingTransitions'
import { requireLasting } from './requireLasting'
import { requireModeMembers } from './requireModeMembers'

/**
 * UpdateEventSourceMapping: changes settings, the function, or whether the mapping reads at all; members left out stay.
 * The answer's state is Enabling or Disabling if that is what changes, otherwise Updating.
 * Refuses in this order: an unknown mapping, one whose last change is not over, members that do not go with the source, what is
 * chosen at creation for good, bad settings, an unknown function, one whose Timeout is longer than the queue hides its messages, a
 * function that has the same source already.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html
 */
export const updateEventSourceMapping = operation('UpdateEventSourceMapping', (input, context) => {
  const { region } = context
  const mapping = requireMapping(region, input.UUID)
  requireAtRest(mapping, 'update')
  requireNoSuccessDestination(input.DestinationConfig)
  requireSupported(mapping.source.kind, input)
  requireModeMembers(mapping.source.consumptionMode, input)
  requireLasting(mapping, input)
  const settings = changedSettings(mapping.settings, input)
  requireValidSettings(mapping.source.kind, settings)
  if (input.FunctionName !== undefined) {
    const fn = requireMappedFunction(region, input.FunctionName)
    requireVisibilityTimeout(region, mapping.source, fn.timeout)
    if (fn.arn !== mapping.functionArn) requireNoDuplicate(region, mapping.source, fn.arn, fn.name)
    mapping.functionArn = fn.arn
  }
  mapping.settings = settings
  const enabled = input.Enabled ?? mapping.enabled
  const state = enabled === mapping.enabled ? 'Updating' : enabled ? 'Enabling' : 'Disabling'
  mapping.enabled = enabled
  startMappingTransition(mapping, state, context)
  return describeMapping(mapping)
})
