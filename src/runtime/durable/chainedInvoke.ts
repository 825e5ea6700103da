import type { ErrorObject, OperationUpdate } from '../../model/api'
import type { DurableExecutionRecord, DurableOperationRecord } from '../../state/durableExecutionRecord'
import type { InvocationOutcome } from '../invocation'
import { closeOperation } from './closeOperation'
import { drive, wake } from './drive'
import type { DurableHouse } from './durableHouse'
import { functionErrorObject } from './handlerAnswer'
import { errorDetails, note, resultDetails } from './history'

/** What came of asking for another function. */
export type ChainedRun =
  | { readonly kind: 'refused'; readonly error: ErrorObject }
  | { readonly kind: 'running'; readonly version: string; readonly outcome: Promise<InvocationOutcome> }
  /** The other function is durable too. */
  | { readonly kind: 'durable'; readonly execution: DurableExecutionRecord }

/** Invokes another function for a durable execution. */
export type InvokeChained = (update: OperationUpdate, by: DurableExecutionRecord) => ChainedRun

type Ending = { readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'STOPPED' } & Pick<
  DurableOperationRecord,
  'result' | 'error'
>

/** Starts a CHAINED_INVOKE; its end comes by itself and brings the execution on. */
export function startChained(
  execution: DurableExecutionRecord,
  operation: DurableOperationRecord,
  update: OperationUpdate,
  invoke: InvokeChained,
  house: DurableHouse,
): void {
  const run = invoke(update, execution)
  note(execution, 'ChainedInvokeStarted', house.clock.now(), operation, {
    FunctionName: update.ChainedInvokeOptions!.FunctionName,
    TenantId: update.ChainedInvokeOptions!.TenantId,
    Input: { Payload: update.Payload },
    ExecutedVersion: run.kind === 'running' ? run.version : run.kind === 'durable' ? run.execution.version.version : undefined,
    DurableExecutionArn: run.kind === 'durable' ? run.execution.arn : undefined,
  })
  const finish = (ending: Ending) => finishChained(execution, operation, ending, house)
  switch (run.kind) {
    case 'refused':
      return finish({ status: 'FAILED', error: run.error })
    case 'running':
      return addJob(
        execution,
        run.outcome.then(
          (outcome) => finish(endingOf(outcome)),
          (error: unknown) => finish({ status: 'FAILED', error: refusalError(error) }),
        ),
      )
    case 'durable': {
      const child = run.execution
      operation.child = child
      adopt(child, execution, finish)
      // What goes wrong in there ends the other execution, and with it this operation.
      addJob(
        execution,
        drive(child, house).catch(() => undefined),
      )
    }
  }
}

function adopt(child: DurableExecutionRecord, execution: DurableExecutionRecord, finish: (ending: Ending) => void): void {
  child.parent = {
    execution,
    onEnd: () => finish({ status: child.status as Ending['status'], result: child.result, error: child.error }),
  }
}

/**
 * For an execution that was copied while functions ran that it had invoked: durable ones go on, the others are lost with the
 * process that they ran in.
 */
export function rejoinChained(execution: DurableExecutionRecord, house: DurableHouse): void {
  for (const operation of execution.operations.values()) {
    if (operation.type !== 'CHAINED_INVOKE' || operation.status !== 'STARTED') continue
    const finish = (ending: Ending) => finishChained(execution, operation, ending, house)
    if (operation.child) adopt(operation.child, execution, finish)
    else finish({ status: 'FAILED', error: { ErrorMessage: 'The invocation was under way when the snapshot was taken.' } })
  }
}

function addJob({ progress }: DurableExecutionRecord, work: Promise<void>): void {
  const job: Promise<void> = work.finally(() => progress.jobs.delete(job))
  progress.jobs.add(job)
}

/** What an invocation is refused with, as durable executions write it. */
export function refusalError(error: unknown): ErrorObject {
  const { name, message } = error as Partial<Error>
  return { ErrorType: name, ErrorMessage: message }
}

function endingOf({ payload, functionError }: InvocationOutcome): Ending {
  const text = Buffer.from(payload).toString()
  if (functionError === undefined) return { status: 'SUCCEEDED', result: text }
  return { status: 'FAILED', error: functionErrorObject(text) }
}

const eventTypes = {
  SUCCEEDED: 'ChainedInvokeSucceeded',
  FAILED: 'ChainedInvokeFailed',
  TIMED_OUT: 'ChainedInvokeTimedOut',
  STOPPED: 'ChainedInvokeStopped',
} as const

function finishChained(
  execution: DurableExecutionRecord,
  operation: DurableOperationRecord,
  ending: Ending,
  house: DurableHouse,
): void {
  if (execution.status !== 'RUNNING' || operation.status !== 'STARTED') return
  const now = house.clock.now()
  closeOperation(execution, operation, ending.status, now, ending)
  const details = ending.status === 'SUCCEEDED' ? resultDetails(ending.result) : errorDetails(ending.error)
  note(execution, eventTypes[ending.status], now, operation, details)
  wake(execution, house)
}
