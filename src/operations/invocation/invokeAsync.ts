import { acceptEvent } from '../../runtime/async/acceptEvent'
import { parseEvent } from '../../runtime/parseEvent'
import { operation } from '../operation'
import { startDurable } from './durableInvocation'
import { newInvocationRequest } from './invocationRequest'
import { requireDeprecatedEventSize } from './requireEventSize'

/**
 * InvokeAsync: the deprecated twin of an Invoke with InvocationType Event. The body is the event, of 256 KB at most.
 * Refuses in this order: an event too large, an unknown function, a state in which it cannot run, what durable functions refuse,
 * an event that is no JSON.
 * https://docs.aws.amazon.com/lambda/latest/api/API_InvokeAsync.html
 */
export const invokeAsync = operation('InvokeAsync', (input, context) => {
  requireDeprecatedEventSize(input.InvokeArgs.byteLength)
  const { FunctionName, InvokeArgs: Payload } = input
  const request = newInvocationRequest({ FunctionName, Payload }, 'Event', context)
  const execution = startDurable(request, undefined, context)
  parseEvent(request.payload) // refused now, although it is run later
  if (execution === undefined) acceptEvent(request, context)
  return { Status: 202 }
})
