import type { Output } from '../../model/api'
import { acceptEvent } from '../../runtime/async/acceptEvent'
import { runInPlace } from '../../runtime/concurrency/runInPlace'
import { awaitEnd } from '../../runtime/durable/awaitEnd'
import { executionOutcome } from '../../runtime/durable/executionOutcome'
import { logTail } from '../../runtime/log'
import { parseEvent } from '../../runtime/parseEvent'
import { inChain } from '../../runtime/trace/inChain'
import { operation } from '../operation'
import { startDurable } from './durableInvocation'
import { newInvocationRequest } from './invocationRequest'
import { requireEventSize } from './requireEventSize'

/**
 * Invoke: runs a function and answers with its result, queues its event, or only checks whether it could. An invocation of a durable
 * function starts an execution; a synchronous caller waits for its end.
 * Refuses in this order: an event too large, an unknown function, a bad client context, a state in which it cannot run, what
 * durable functions refuse, a loop, more than may run at once, an event that is no JSON.
 * A function that fails is a successful answer with FunctionError.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export const invoke = operation('Invoke', async (input, context): Promise<Output<'Invoke'>> => {
  const type = input.InvocationType ?? 'RequestResponse'
  requireEventSize(input.Payload?.byteLength ?? 0, type)
  const request = newInvocationRequest(input, type === 'Event' ? 'Event' : 'RequestResponse', context)
  if (type === 'DryRun') return { StatusCode: 204 }
  const execution = startDurable(request, input.DurableExecutionName, context)
  if (type === 'Event') {
    parseEvent(request.payload) // refused now, although it is run later
    if (execution === undefined) acceptEvent(request, context)
    return { StatusCode: 202, DurableExecutionArn: execution?.arn }
  }
  if (execution) await awaitEnd(execution, context)
  const outcome = execution ? executionOutcome(execution) : await runInPlace(inChain(request, context), context)
  return {
    StatusCode: 200,
    FunctionError: outcome.functionError,
    LogResult: input.LogType === 'Tail' ? logTail(outcome.log()) : undefined,
    Payload: outcome.payload,
    ExecutedVersion: outcome.executedVersion,
    DurableExecutionArn: execution?.arn,
  }
})
