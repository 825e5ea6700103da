import type { DurableExecutionRecord, DurableOperationRecord } from '../../state/durableExecutionRecord'
import { closeOperation } from './closeOperation'
import { endExecution } from './endExecution'
import { errorDetails, note } from './history'

/** Something that happens to an execution at a time, in epoch milliseconds. */
interface Due {
  readonly at: number
  readonly happen: () => void
}

/** When time brings an execution on by itself: a wait ends, a step or the handler is to be tried again. Infinity if it does not. */
export function nextWork({ operations, progress }: DurableExecutionRecord): number {
  const times = [...operations.values()].map(workTime)
  return Math.min(progress.retryAt ?? Infinity, ...times)
}

/** When an execution, or one of its callbacks, has waited too long. */
export function nextLimit({ operations, deadline }: DurableExecutionRecord): number {
  return Math.min(deadline, ...[...operations.values()].map(limitTime))
}

/** Whether somebody outside is to close a callback. */
export function hasOpenCallback({ operations }: DurableExecutionRecord): boolean {
  return [...operations.values()].some((operation) => operation.type === 'CALLBACK' && operation.status === 'STARTED')
}

/** Does to an execution what time does to it until `now`, in order. */
export function passTime(execution: DurableExecutionRecord, now: number): void {
  while (execution.status === 'RUNNING') {
    const due = nextDue(execution)
    if (due.at > now) return
    due.happen()
  }
}

/** Work goes before a limit of the same time. */
function nextDue(execution: DurableExecutionRecord): Due {
  let next: Due = { at: Infinity, happen: () => undefined }
  for (const operation of execution.operations.values()) {
    const at = workTime(operation)
    if (at < next.at) next = { at, happen: () => finishWaiting(execution, operation, at) }
  }
  for (const operation of execution.operations.values()) {
    const at = limitTime(operation)
    if (at < next.at) next = { at, happen: () => timeOutCallback(execution, operation, at) }
  }
  const { deadline } = execution
  return next.at <= deadline ? next : { at: deadline, happen: () => timeOut(execution) }
}

function workTime({ status, wait, nextAttemptAt }: DurableOperationRecord): number {
  if (status === 'STARTED' && wait) return wait.until
  return status === 'PENDING' ? (nextAttemptAt ?? Infinity) : Infinity
}

function limitTime({ status, callback }: DurableOperationRecord): number {
  if (status !== 'STARTED' || callback === undefined) return Infinity
  return Math.min(callback.timeoutAt ?? Infinity, callback.heartbeatAt ?? Infinity)
}

/** A wait is over; a step may be tried again, which the history does not show. */
function finishWaiting(execution: DurableExecutionRecord, operation: DurableOperationRecord, at: number): void {
  if (operation.wait) {
    closeOperation(execution, operation, 'SUCCEEDED', at)
    note(execution, 'WaitSucceeded', at, operation, { Duration: operation.wait.seconds })
  } else {
    operation.status = 'READY'
    operation.nextAttemptAt = undefined
    execution.unseen.add(operation.id)
  }
}

/** Worded as AWS's testing kit for durable functions does. */
function timeOutCallback(execution: DurableExecutionRecord, operation: DurableOperationRecord, at: number): void {
  const { timeoutAt = Infinity } = operation.callback!
  const error = { ErrorMessage: timeoutAt <= at ? 'Callback timed out' : 'Callback timed out on heartbeat' }
  closeOperation(execution, operation, 'TIMED_OUT', at, { error })
  note(execution, 'CallbackTimedOut', at, operation, errorDetails(error))
}

/** The text is not recorded. */
function timeOut(execution: DurableExecutionRecord): void {
  const error = { ErrorMessage: 'Execution timed out.' }
  endExecution(execution, { status: 'TIMED_OUT', error }, execution.deadline)
}
