import { invalidParameter } from '../../errors/invalidParameter'
import { isServiceError } from '../../errors/serviceError'
import { runInPlace } from '../../runtime/concurrency/runInPlace'
import { refusalError, type InvokeChained } from '../../runtime/durable/chainedInvoke'
import { longestSynchronous } from '../../runtime/durable/newExecution'
import { startExecution } from '../../runtime/durable/startExecution'
import type { InvocationRequest } from '../../runtime/invocation'
import { parseEvent } from '../../runtime/parseEvent'
import { inChain } from '../../runtime/trace/inChain'
import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import type { OperationContext } from '../operation'
import { newInvocationRequest } from './invocationRequest'

/** Whether an invocation is an execution that may outlast a run of the handler: the version has a DurableConfig. */
export function isDurable({ version }: InvocationRequest): boolean {
  return version.configuration.durableConfig !== undefined
}

/**
 * The execution that an invocation of a durable function starts, or has started before under the same name; undefined for any
 * other function. AWS documents the two rules about durable functions; their texts are not recorded.
 * Refuses in this order: a name for a function that is not durable, one that is called without a version or alias, a caller that
 * waits for an execution of more than 15 minutes, an event that is no JSON, a name that was used with another event.
 * https://docs.aws.amazon.com/lambda/latest/dg/durable-invoking.html
 */
export function startDurable(
  request: InvocationRequest,
  name: string | undefined,
  context: OperationContext,
): DurableExecutionRecord | undefined {
  if (!isDurable(request)) {
    if (name !== undefined) throw invalidParameter('DurableExecutionName is only supported for durable functions.')
    return undefined
  }
  if (request.qualifier === undefined) throw invalidParameter('You cannot invoke a durable function using an unqualified ARN.')
  const { ExecutionTimeout = 0 } = request.version.configuration.durableConfig!
  if (request.type === 'RequestResponse' && ExecutionTimeout > longestSynchronous) {
    throw invalidParameter('You cannot synchronously invoke a durable function with an executionTimeout greater than 15 minutes.')
  }
  parseEvent(request.payload)
  return startExecution(request, name, context)
}

/** Invokes another function on behalf of a durable execution. What is refused fails the operation, not the checkpoint. */
export function chainedInvocation(context: OperationContext): InvokeChained {
  return ({ ChainedInvokeOptions: options, Payload: payload = '' }, by) => {
    const input = { FunctionName: options!.FunctionName, TenantId: options!.TenantId, Payload: Buffer.from(payload) }
    // The chain goes on from the execution, not from the request that brought the checkpoint.
    const own = { ...context, requestId: context.ids.uuid(), traceHeader: traceOf(options!.XAmznTraceId, by.traceHeader) }
    try {
      const request = newInvocationRequest(input, 'RequestResponse', own)
      // It is waited for without a caller on the line, so it may take as long as it is configured to.
      const execution = startDurable(isDurable(request) ? { ...request, type: 'Event' } : request, undefined, own)
      if (execution) return { kind: 'durable', execution }
      return { kind: 'running', version: request.version.version, outcome: runInPlace(inChain(request, own), own) }
    } catch (error) {
      if (!isServiceError(error)) throw error
      return { kind: 'refused', error: refusalError(error) }
    }
  }
}

/**
 * The trace header that a chained invocation was given, or else that of its execution.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ChainedInvokeOptions.html
 * It keeps the Lineage of the execution if it has none: a loop is one under another trace too (not recorded).
 */
function traceOf(own: string | undefined, inherited: string | undefined): string | undefined {
  if (own === undefined || own.includes('Lineage=')) return own ?? inherited
  const lineage = inherited?.split(';').find((part) => part.startsWith('Lineage='))
  return lineage === undefined ? own : `${own};${lineage}`
}
