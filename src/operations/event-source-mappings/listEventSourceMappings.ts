import { page } from '../../state/page'
import { qualified, referTo } from '../functions/function'
import { operation } from '../operation'
import { describeMappingInList } from './describeMapping'

/**
 * ListEventSourceMappings: all mappings, or those of a source, of a function, or of both; at most 100 a page.
 * A function's mappings are those made with exactly that version or alias, or with none. Nothing has to exist: mappings outlive
 * their function (not recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html
 */
export const listEventSourceMappings = operation('ListEventSourceMappings', (input, { region }) => {
  const { EventSourceArn: sourceArn, FunctionName: functionName } = input
  const reference = functionName === undefined ? undefined : referTo(region, functionName)
  const functionArn = reference && qualified(reference.arn, reference.qualifier)
  const mappings = [...region.eventSourceMappings.values()].filter(
    (mapping) =>
      (sourceArn === undefined || mapping.source.arn === sourceArn) &&
      (functionArn === undefined || mapping.functionArn === functionArn),
  )
  const { items, nextMarker } = page(
    { name: 'ListEventSourceMappings', items: mappings, most: 100, keyOf: ({ uuid }) => uuid },
    input,
  )
  return { NextMarker: nextMarker, EventSourceMappings: items.map(describeMappingInList) }
})
