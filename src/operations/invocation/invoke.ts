import type { Output } from '../../model/api'
import { logTail } from '../../runtime/log'
import { parseEvent } from '../../runtime/parseEvent'
import { routedVersion } from '../../runtime/routedVersion'
import { runVersion } from '../../runtime/runVersion'
import { functionNotFound, qualified, referTo } from '../functions/function'
import { operation } from '../operation'
import { clientContext } from './clientContext'
import { requireEventSize } from './requireEventSize'
import { requireInvocable } from './requireInvocable'

/**
 * Invoke: runs a function and answers with its result, queues its event, or only checks whether it could.
 * Refuses in this order: an event too large, an unknown function, a bad client context, a state in which it cannot run, an event that is no JSON.
 * A function that fails is a successful answer with FunctionError.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export const invoke = operation('Invoke', async (input, context): Promise<Output<'Invoke'>> => {
  const type = input.InvocationType ?? 'RequestResponse'
  requireEventSize(input.Payload?.byteLength ?? 0, type)
  const { region, requestId } = context
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  const fn = region.functions.get(reference.name)
  // Unlike other operations, Invoke names $LATEST when the caller named no version (recorded).
  if (fn === undefined) throw functionNotFound(qualified(reference.arn, reference.qualifier ?? '$LATEST'))
  const version = routedVersion(fn, reference.qualifier, context.ids.random)
  if (version === undefined) throw functionNotFound(qualified(fn.arn, reference.qualifier))
  const request = {
    region,
    fn,
    version,
    qualifier: reference.qualifier,
    payload: input.Payload ?? new Uint8Array(),
    requestId,
    attempt: 1,
    tenantId: input.TenantId,
  }
  const custom = clientContext(input.ClientContext)
  requireInvocable(version)
  if (type === 'DryRun') return { StatusCode: 204 }
  if (type === 'Event') {
    parseEvent(request.payload) // refused now, although it is run later
    context.clock.schedule(context.clock.now(), async () => {
      await runVersion({ ...request, type: 'Event' }, context)
    })
    return { StatusCode: 202 }
  }
  const outcome = await runVersion({ ...request, type: 'RequestResponse', clientContext: custom }, context)
  return {
    StatusCode: 200,
    FunctionError: outcome.functionError,
    LogResult: input.LogType === 'Tail' ? logTail(outcome.log()) : undefined,
    Payload: outcome.payload,
    ExecutedVersion: outcome.executedVersion,
  }
})
