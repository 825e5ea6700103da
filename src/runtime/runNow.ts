import { runInPlace } from './concurrency/runInPlace'
import type { InvocationOutcome, InvocationRequest, RuntimeHouse } from './invocation'
import { isLoop, recursiveInvocation, requireEnd } from './trace/recursion'
import { continueTrace } from './trace/trace'

/**
 * Runs a version while its caller waits. The request has the caller's trace header, if there was one.
 * Refuses in this order: a loop, more than may run at once, an event that is no JSON.
 */
export async function runNow(request: InvocationRequest, house: RuntimeHouse): Promise<InvocationOutcome> {
  const { fn } = request
  const trace = continueTrace(request.traceHeader, fn.arn, house)
  requireEnd(fn, trace.hops)
  if (isLoop(fn, trace.hops)) throw recursiveInvocation()
  return runInPlace({ ...request, traceHeader: trace.header }, house)
}
