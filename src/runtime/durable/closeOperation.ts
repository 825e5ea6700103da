import type { DurableExecutionRecord, DurableOperationRecord } from '../../state/durableExecutionRecord'

/** Ends an operation; the handler hears of it with its next checkpoint, or when it is called again. */
export function closeOperation(
  execution: DurableExecutionRecord,
  operation: DurableOperationRecord,
  status: DurableOperationRecord['status'],
  at: number,
  { result, error }: Pick<DurableOperationRecord, 'result' | 'error'> = {},
): void {
  operation.status = status
  operation.endedAt = at
  operation.result = result
  operation.error = error
  operation.nextAttemptAt = undefined
  execution.unseen.add(operation.id)
}
