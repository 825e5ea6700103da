import type { Input, OperationName, Output } from '../model/api'
import type { RuntimeHouse } from '../runtime/invocation'
import type { RegionState } from '../state/regionState'

/** What an operation may touch: the memory of the caller's account and region, time, ids and the runtime. */
export interface OperationContext extends RuntimeHouse {
  readonly region: RegionState
  /** Goes out as x-amzn-requestid, and is the `awsRequestId` of an invocation. */
  readonly requestId: string
  /** X-Amzn-Trace-Id of the request, if it had one. */
  readonly traceHeader?: string | undefined
  /** Base URL under which the double was reached, if links in the answer have to lead back there. */
  readonly endpoint?: string | undefined
}

/** AWS's behaviour for one operation, given an input that has passed the model's constraints. */
export interface Operation<Name extends OperationName> {
  readonly name: Name
  readonly run: (input: Input<Name>, context: OperationContext) => Output<Name> | Promise<Output<Name>>
}

/** Declares an operation; the name gives the types of its input and output. Throw a ServiceError to refuse. */
export function operation<Name extends OperationName, Result extends Output<Name> | Promise<Output<Name>>>(
  name: Name,
  run: (input: Input<Name>, context: OperationContext) => Result,
): { readonly name: Name; readonly run: typeof run } {
  return { name, run }
}
