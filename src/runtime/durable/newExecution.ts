import type { DurableConfig } from '../../model/api'
import type { DurableExecutionRecord, DurableOperationRecord } from '../../state/durableExecutionRecord'
import type { InvocationRequest } from '../invocation'
import { eventText } from '../parseEvent'
import { isLoop, recursiveInvocation, requireEnd } from '../trace/recursion'
import { continueTrace } from '../trace/trace'
import type { DurableHouse } from './durableHouse'
import { note } from './history'

/** The longest that a synchronous caller waits, in seconds. https://docs.aws.amazon.com/lambda/latest/dg/durable-invoking.html */
export const longestSynchronous = 900

/** The longest that an execution may take, in seconds: a year. */
const longest = 31_622_400

/**
 * A new execution of a durable function, before its first run. Refuses a loop of functions.
 * @param name of the caller's own; without one it has the id of the execution
 */
export function newExecution(request: InvocationRequest, name: string | undefined, house: DurableHouse): DurableExecutionRecord {
  const { region, clock, ids } = house
  const { fn, version, type } = request
  const trace = continueTrace(request.traceHeader, fn.arn, house)
  requireEnd(fn, trace.hops)
  if (isLoop(fn, trace.hops)) throw recursiveInvocation()
  const id = ids.uuid()
  const startedAt = clock.now()
  const input = eventText(request.payload)
  const config = version.configuration.durableConfig ?? {}
  const timeout = config.ExecutionTimeout ?? (type === 'Event' ? longest : longestSynchronous)
  const own: DurableOperationRecord = {
    id,
    parentId: undefined,
    name: undefined,
    type: 'EXECUTION',
    subType: undefined,
    startedAt,
    status: 'STARTED',
    input,
  }
  const execution: DurableExecutionRecord = {
    arn: `${fn.arn}:${version.version}/durable-execution/${name ?? id}/${id}`,
    name: name ?? id,
    id,
    fn,
    version,
    qualifier: request.qualifier,
    type,
    tenantId: request.tenantId,
    clientContext: request.clientContext,
    traceHeader: trace.header,
    config,
    input,
    startedAt,
    deadline: startedAt + timeout * 1000,
    status: 'RUNNING',
    operations: new Map([[id, own]]),
    history: [],
    token: undefined,
    unseen: new Set(),
    answered: [],
    progress: {
      watchers: new Set(),
      jobs: new Set(),
      started: false,
      failures: 0,
      refusals: 0,
      requestId: request.requestId,
      log: () => '',
    },
  }
  note(execution, 'ExecutionStarted', startedAt, own, { Input: { Payload: input }, ExecutionTimeout: timeout })
  region.durableExecutions.set(execution.arn, execution)
  return execution
}

/** Days for which an execution can be looked at after its end. */
export function retentionDays({ RetentionPeriodInDays }: DurableConfig): number {
  return RetentionPeriodInDays ?? 30
}
