import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import type { InvocationOutcome } from '../invocation'
import type { Trace } from '../trace/trace'

/** An event as it is handed to the queue. */
export interface EventRequest {
  readonly region: RegionState
  readonly fn: FunctionRecord
  /** The version or alias that the caller named. */
  readonly qualifier?: string | undefined
  /** JSON; empty for none. */
  readonly payload: Uint8Array
  /** The same for all attempts: that of the answer 202. */
  readonly requestId: string
  /** X-Amzn-Trace-Id of the request that brought the event. */
  readonly traceHeader?: string | undefined
  readonly tenantId?: string | undefined
}

/** An event in the queue, and how far it has got. */
export interface AsyncEvent extends Omit<EventRequest, 'traceHeader'> {
  readonly trace: Trace
  /** Epoch milliseconds. */
  readonly acceptedAt: number
  /** The version of the last attempt: an alias that shares its traffic draws one for each. */
  version?: VersionRecord | undefined
  /** How often the function has run with it. */
  runs: number
  /** How often in a row there was no place to run. */
  refusals: number
  lastRun?: InvocationOutcome | undefined
}
