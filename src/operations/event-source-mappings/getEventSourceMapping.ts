import { operation } from '../operation'
import { describeMapping } from './describeMapping'
import { requireMapping } from './eventSourceMapping'

/**
 * GetEventSourceMapping: the settings of a mapping and whether it reads.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html
 */
export const getEventSourceMapping = operation('GetEventSourceMapping', (input, { region }) =>
  describeMapping(requireMapping(region, input.UUID)),
)
