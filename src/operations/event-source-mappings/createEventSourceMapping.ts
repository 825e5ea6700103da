import { lambdaArn } from '../../state/arns'
import type { EventSourceMappingRecord } from '../../state/eventSourceMappingRecord'
import { operation } from '../operation'
import { requireTagLimit } from '../tags/tags'
import { describeMapping } from './describeMapping'
import { requireNoDuplicate } from './duplicateMapping'
import { readEventSource } from './eventSource'
import { requireMappedFunction } from './eventSourceMapping'
import {
  requireCompanions,
  requireNoSuccessDestination,
  requireSupported,
  requireValidSettings,
  requireVisibilityTimeout,
} from './mappingRules'
import { changedSettings, defaultSettings } from './mappingSettings'
import { startMappingTransition } from './mappingTransitions'
import { requireModeMembers } from './requireModeMembers'

/**
 * CreateEventSourceMapping: a reader of a queue, stream or cluster that invokes a function; Creating at first.
 * Refuses in this order: a destination for what succeeded, a source that Lambda cannot read or its starting position, members that
 * do not go with the source, bad settings, more than 50 tags, an unknown function, a queue whose messages are hidden for less than
 * the function's Timeout, the same mapping again.
 * The mapping outlives its function: DeleteFunction does not take it away.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
export const createEventSourceMapping = operation('CreateEventSourceMapping', (input, context) => {
  const { region, ids, clock } = context
  requireNoSuccessDestination(input.DestinationConfig)
  const source = readEventSource(input)
  requireSupported(source.kind, input)
  requireModeMembers(source.consumptionMode, input)
  const uuid = ids.uuid()
  const settings = changedSettings(defaultSettings(source, uuid), input)
  requireCompanions(source, settings)
  requireValidSettings(source.kind, settings)
  const tags = new Map(Object.entries(input.Tags ?? {}))
  requireTagLimit(tags)
  const fn = requireMappedFunction(region, input.FunctionName)
  requireVisibilityTimeout(region, source, fn.timeout)
  requireNoDuplicate(region, source, fn.arn, fn.name)

  const mapping: EventSourceMappingRecord = {
    uuid,
    arn: lambdaArn(region, `event-source-mapping:${uuid}`),
    source,
    functionArn: fn.arn,
    settings,
    enabled: input.Enabled ?? true,
    state: 'Creating',
    lastModified: clock.now(),
    tags,
  }
  region.eventSourceMappings.set(uuid, mapping)
  startMappingTransition(mapping, 'Creating', context)
  const described = describeMapping(mapping)
  // Recorded in September 2024: this answer for self-managed Kafka has no ARN.
  return source.kind === 'selfManagedKafka' ? { ...described, EventSourceMappingArn: undefined } : described
})
