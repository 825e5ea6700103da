import { invalidParameter } from '../../errors/invalidParameter'
import type { Output } from '../../model/api'
import { logTail } from '../../runtime/log'
import { runNow } from '../../runtime/runNow'
import { operation } from '../operation'
import { isDurable } from './durableInvocation'
import { newInvocationRequest } from './invocationRequest'
import { requireEventSize } from './requireEventSize'
import { responseEvents, streamError } from './responseEvents'

/**
 * InvokeWithResponseStream: runs a function and answers with its result as a stream of events. A function that does not stream has
 * one chunk; one that fails has none, and InvokeComplete says why.
 * Refuses in this order: an event too large, an unknown function, a bad client context, a state in which it cannot run, a durable
 * function, a loop, more than may run at once, an event that is no JSON.
 * https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html
 */
export const invokeWithResponseStream = operation(
  'InvokeWithResponseStream',
  async (input, context): Promise<Output<'InvokeWithResponseStream'>> => {
    requireEventSize(input.Payload?.byteLength ?? 0, 'RequestResponse')
    const request = newInvocationRequest(input, 'RequestResponse', context)
    if (input.InvocationType === 'DryRun') return { StatusCode: 204 }
    // Its answer has no room for the ARN of an execution; the text is not recorded.
    if (isDurable(request)) throw invalidParameter('Durable functions do not support response streaming.')
    const { payload, functionError, executedVersion, log } = await runNow(request, context)
    const failed = functionError !== undefined
    return {
      StatusCode: 200,
      ExecutedVersion: executedVersion,
      EventStream: responseEvents(failed ? [] : [payload], () => ({
        ...(failed ? streamError(payload) : {}),
        LogResult: input.LogType === 'Tail' ? logTail(log()) : undefined,
      })),
    }
  },
)
