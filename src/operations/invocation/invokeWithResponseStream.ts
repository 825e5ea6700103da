import { invalidParameter } from '../../errors/invalidParameter'
import type { Output } from '../../model/api'
import { runInPlace } from '../../runtime/concurrency/runInPlace'
import { logTail } from '../../runtime/log'
import { openResponse } from '../../runtime/streaming/openResponse'
import { inChain } from '../../runtime/trace/inChain'
import { operation } from '../operation'
import { isDurable } from './durableInvocation'
import { newInvocationRequest } from './invocationRequest'
import { requireEventSize } from './requireEventSize'
import { responseEvents, streamError } from './responseEvents'

/**
 * InvokeWithResponseStream: runs a function and answers with a stream of events: the chunks that the function writes, while it still
 * runs. A function that does not stream has one chunk, its result. If it fails, InvokeComplete says why.
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
    const { chunks, outcome } = await openResponse((sink) => runInPlace(inChain({ ...request, sink }, context), context))
    return {
      StatusCode: 200,
      ExecutedVersion: request.version.version,
      EventStream: responseEvents(chunks, async () => {
        const { payload, functionError, log } = await outcome
        const LogResult = input.LogType === 'Tail' ? logTail(log()) : undefined
        return { ...(functionError === undefined ? {} : streamError(payload)), LogResult }
      }),
    }
  },
)
