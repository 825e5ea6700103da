import type { InvocationRequest, RuntimeHouse } from '../invocation'
import { isLoop, recursiveInvocation, requireEnd } from './recursion'
import { continueTrace } from './trace'

/**
 * A request as a step of its chain of invocations, with the trace that its run is to see: that of the request's caller, if there was
 * one, goes on. Refuses a loop; asked first, as Lambda does, before there is a place for the run and before its event is read.
 */
export function inChain(request: InvocationRequest, house: RuntimeHouse): InvocationRequest {
  const { fn } = request
  const trace = continueTrace(request.traceHeader, fn.arn, house)
  requireEnd(fn, trace.hops)
  if (isLoop(fn, trace.hops)) throw recursiveInvocation()
  return { ...request, traceHeader: trace.header }
}
