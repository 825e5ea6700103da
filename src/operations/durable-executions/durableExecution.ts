import { ServiceError } from '../../errors/serviceError'
import type { Execution, GetDurableExecutionResponse } from '../../model/api'
import { findExecution } from '../../runtime/durable/findExecution'
import { passTime } from '../../runtime/durable/passTime'
import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import type { OperationContext } from '../operation'

/**
 * The execution that an operation names, as it is now. One whose retention is over, or whose function was deleted, is not there any
 * more (the text is not recorded).
 */
export function requireExecution({ region, clock }: OperationContext, arn: string): DurableExecutionRecord {
  const execution = findExecution(region, arn, clock.now())
  if (execution === undefined) throw new ServiceError('ResourceNotFoundException', `Durable execution not found: ${arn}`)
  passTime(execution, clock.now())
  return execution
}

/** An execution as the lists show it. */
export function describeInList(execution: DurableExecutionRecord): Execution {
  return {
    DurableExecutionArn: execution.arn,
    DurableExecutionName: execution.name,
    FunctionArn: execution.fn.arn,
    Status: execution.status,
    StartTimestamp: new Date(execution.startedAt),
    EndTimestamp: execution.endedAt === undefined ? undefined : new Date(execution.endedAt),
    KMSKeyArn: execution.config.KMSKeyArn,
  }
}

/** An execution with everything about it. */
export function describeExecution(execution: DurableExecutionRecord, withData: boolean): GetDurableExecutionResponse {
  const { KMSKeyArn: _, ...summary } = describeInList(execution)
  const { input: InputPayload, result: Result, error: Error } = execution
  return {
    ...summary,
    ...(withData ? { InputPayload, Result, Error } : {}),
    Version: execution.version.version,
    TraceHeader: { XAmznTraceId: execution.traceHeader },
    ExecutionDataIncluded: withData,
    DurableConfig: execution.config,
  }
}
