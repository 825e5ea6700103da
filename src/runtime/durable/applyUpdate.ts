import type { OperationUpdate } from '../../model/api'
import type { DurableEventRecord, DurableExecutionRecord, DurableOperationRecord } from '../../state/durableExecutionRecord'
import { newCallback } from './callback'
import { startChained, type InvokeChained } from './chainedInvoke'
import { closeOperation } from './closeOperation'
import type { DurableHouse } from './durableHouse'
import { endExecution } from './endExecution'
import { errorDetails, note, resultDetails } from './history'

/** Does what one update of a checkpoint says. It has passed the rules. */
export function applyUpdate(
  execution: DurableExecutionRecord,
  update: OperationUpdate,
  invoke: InvokeChained,
  house: DurableHouse,
): void {
  const now = house.clock.now()
  if (update.Type === 'EXECUTION') return endByCheckpoint(execution, update, now)
  const operation = execution.operations.get(update.Id) ?? newOperation(execution, update, house)
  execution.unseen.add(operation.id)
  switch (update.Action) {
    case 'START':
      return start(execution, operation, update, invoke, house)
    case 'SUCCEED':
    case 'FAIL':
      return close(execution, operation, update, now)
    case 'RETRY':
      return retry(execution, operation, update, now)
    case 'CANCEL':
      closeOperation(execution, operation, 'CANCELLED', now)
      if (operation.child) endExecution(operation.child, { status: 'STOPPED', error: undefined }, now)
      // The history has no other event of this kind.
      if (operation.type === 'WAIT') note(execution, 'WaitCancelled', now, operation)
  }
}

/** A result too large for the handler's answer. The execution is meant, whatever id the update has. */
function endByCheckpoint(execution: DurableExecutionRecord, { Action, Payload, Error }: OperationUpdate, now: number): void {
  if (Action === 'SUCCEED') endExecution(execution, { status: 'SUCCEEDED', result: Payload }, now)
  else endExecution(execution, { status: 'FAILED', error: Error }, now)
}

function newOperation(
  execution: DurableExecutionRecord,
  update: OperationUpdate,
  { clock, ids }: DurableHouse,
): DurableOperationRecord {
  const now = clock.now()
  const seconds = update.WaitOptions?.WaitSeconds
  const operation: DurableOperationRecord = {
    id: update.Id,
    parentId: update.ParentId,
    name: update.Name,
    type: update.Type,
    subType: update.SubType,
    startedAt: now,
    status: 'STARTED',
    wait: update.Type === 'WAIT' && seconds !== undefined ? { until: now + seconds * 1000, seconds } : undefined,
    callback: update.Type === 'CALLBACK' ? newCallback(execution, update, now, ids) : undefined,
    replaysChildren: update.ContextOptions?.ReplayChildren,
  }
  execution.operations.set(operation.id, operation)
  return operation
}

function start(
  execution: DurableExecutionRecord,
  operation: DurableOperationRecord,
  update: OperationUpdate,
  invoke: InvokeChained,
  house: DurableHouse,
): void {
  operation.status = 'STARTED'
  const now = house.clock.now()
  const add = (type: DurableEventRecord['type'], details?: object) => note(execution, type, now, operation, { ...details })
  const { WaitOptions: waiting, CallbackOptions: patience } = update
  switch (operation.type) {
    case 'EXECUTION':
      return
    case 'STEP':
      return add('StepStarted')
    case 'CONTEXT':
      return add('ContextStarted')
    case 'WAIT':
      return add('WaitStarted', { Duration: waiting?.WaitSeconds, ScheduledEndTimestamp: new Date(operation.wait!.until) })
    case 'CALLBACK':
      return add('CallbackStarted', {
        CallbackId: operation.callback!.id,
        HeartbeatTimeout: patience?.HeartbeatTimeoutSeconds,
        Timeout: patience?.TimeoutSeconds,
      })
    case 'CHAINED_INVOKE':
      return startChained(execution, operation, update, invoke, house)
  }
}

/** The end of a step or a context. */
function close(execution: DurableExecutionRecord, operation: DurableOperationRecord, update: OperationUpdate, now: number): void {
  const succeeded = update.Action === 'SUCCEED'
  closeOperation(execution, operation, succeeded ? 'SUCCEEDED' : 'FAILED', now, { result: update.Payload, error: update.Error })
  const details = succeeded ? resultDetails(update.Payload) : errorDetails(update.Error)
  if (operation.type === 'STEP') return noteAttempt(execution, operation, update, now)
  operation.replaysChildren = update.ContextOptions?.ReplayChildren ?? operation.replaysChildren
  note(execution, succeeded ? 'ContextSucceeded' : 'ContextFailed', now, operation, details)
}

/** A step is to be tried again: because it failed, or because what it looks at is not there yet. Its payload is kept for then. */
function retry(execution: DurableExecutionRecord, operation: DurableOperationRecord, update: OperationUpdate, now: number): void {
  operation.status = 'PENDING'
  operation.result = update.Payload
  operation.error = update.Error
  operation.nextAttemptAt = now + (update.StepOptions?.NextAttemptDelaySeconds ?? 0) * 1000
  noteAttempt(execution, operation, update, now)
}

/** An attempt of a step that has ended; one that is to be tried again without an error counts as a success. */
function noteAttempt(
  execution: DurableExecutionRecord,
  operation: DurableOperationRecord,
  { Payload, Error, StepOptions, Action }: OperationUpdate,
  now: number,
): void {
  operation.attempts = (operation.attempts ?? 0) + 1
  const failed = Action === 'FAIL' || Error !== undefined
  const RetryDetails = { CurrentAttempt: operation.attempts, NextAttemptDelaySeconds: StepOptions?.NextAttemptDelaySeconds }
  note(execution, failed ? 'StepFailed' : 'StepSucceeded', now, operation, {
    ...(failed ? errorDetails(Error) : resultDetails(Payload)),
    RetryDetails,
  })
}
