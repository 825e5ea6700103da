import { operation } from '../operation'
import { describeMapping } from './describeMapping'
import { requireAtRest, requireMapping } from './eventSourceMapping'
import { startMappingTransition } from './mappingTransitions'

/**
 * DeleteEventSourceMapping: answers with the mapping in state Deleting; shortly after it is gone.
 * Refuses in this order: an unknown mapping, one whose last change is not over.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteEventSourceMapping.html
 */
export const deleteEventSourceMapping = operation('DeleteEventSourceMapping', (input, context) => {
  const mapping = requireMapping(context.region, input.UUID)
  requireAtRest(mapping, 'delete')
  startMappingTransition(mapping, 'Deleting', context)
  return describeMapping(mapping)
})
