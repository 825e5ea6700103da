import type { Operation } from '../../model/api'
import type { DurableExecutionRecord, DurableOperationRecord } from '../../state/durableExecutionRecord'

/** An operation as the handler and the API see it. https://docs.aws.amazon.com/lambda/latest/api/API_Operation.html */
export function describeOperation(operation: DurableOperationRecord): Operation {
  return {
    Id: operation.id,
    ParentId: operation.parentId,
    Name: operation.name,
    Type: operation.type,
    SubType: operation.subType,
    StartTimestamp: new Date(operation.startedAt),
    EndTimestamp: date(operation.endedAt),
    Status: operation.status,
    ...details(operation),
  }
}

/**
 * The operations that a handler needs to replay, in the order of their start. What is below a completed context is left out,
 * because it is not run again, unless the context asked for its children.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetDurableExecutionState.html
 */
export function replayedOperations({ operations }: DurableExecutionRecord): readonly DurableOperationRecord[] {
  const left = new Set<string>()
  return [...operations.values()].filter((operation) => {
    const parent = operation.parentId === undefined ? undefined : operations.get(operation.parentId)
    const hidden = parent !== undefined && (left.has(parent.id) || (isOver(parent) && !parent.replaysChildren))
    if (hidden) left.add(operation.id)
    return !hidden
  })
}

function isOver({ status }: DurableOperationRecord): boolean {
  return status === 'SUCCEEDED' || status === 'FAILED'
}

function details(operation: DurableOperationRecord): Partial<Operation> {
  const { result: Result, error: Error } = operation
  switch (operation.type) {
    case 'EXECUTION':
      return { ExecutionDetails: { InputPayload: operation.input } }
    case 'CONTEXT':
      return { ContextDetails: { ReplayChildren: operation.replaysChildren, Result, Error } }
    case 'STEP':
      return {
        StepDetails: {
          Attempt: operation.attempts ?? 0,
          NextAttemptTimestamp: date(operation.nextAttemptAt),
          Result,
          Error,
        },
      }
    case 'WAIT':
      return { WaitDetails: { ScheduledEndTimestamp: date(operation.wait?.until) } }
    case 'CALLBACK':
      return { CallbackDetails: { CallbackId: operation.callback?.id, Result, Error } }
    case 'CHAINED_INVOKE':
      return { ChainedInvokeDetails: { Result, Error } }
  }
}

function date(time: number | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time)
}
