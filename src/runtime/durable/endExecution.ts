import type { ErrorObject } from '../../model/api'
import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import { closeOperation } from './closeOperation'
import { errorDetails, note, resultDetails } from './history'
import { tellChange } from './changes'

/** How a durable execution ends. */
export type DurableEnding =
  | { readonly status: 'SUCCEEDED'; readonly result: string | undefined }
  | { readonly status: 'FAILED' | 'TIMED_OUT' | 'STOPPED'; readonly error: ErrorObject | undefined }

const eventTypes = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  STOPPED: 'ExecutionStopped',
} as const

/**
 * Ends an execution, once: whatever comes later changes nothing. What it started and has not ended is stopped with it.
 * https://docs.aws.amazon.com/lambda/latest/api/API_StopDurableExecution.html
 */
export function endExecution(execution: DurableExecutionRecord, ending: DurableEnding, at: number): void {
  if (execution.status !== 'RUNNING') return
  const { progress, operations } = execution
  const result = ending.status === 'SUCCEEDED' ? ending.result : undefined
  const error = ending.status === 'SUCCEEDED' ? undefined : ending.error
  Object.assign(execution, { status: ending.status, endedAt: at, result, error, token: undefined })
  progress.alarm?.cancel()
  progress.limit?.cancel()

  const own = operations.get(execution.id)!
  closeOperation(execution, own, ending.status, at, { result, error })
  note(execution, eventTypes[ending.status], at, own, ending.status === 'SUCCEEDED' ? resultDetails(result) : errorDetails(error))
  for (const { child } of operations.values()) {
    if (child) endExecution(child, { status: 'STOPPED', error }, at)
  }
  tellChange(execution)
  execution.parent?.onEnd()
}
