import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { Ids } from '../../clock/ids'
import type { ErrorObject, OperationUpdate } from '../../model/api'
import type { CallbackRecord, DurableExecutionRecord, DurableOperationRecord } from '../../state/durableExecutionRecord'
import { closeOperation } from './closeOperation'
import { wake } from './drive'
import type { DurableHouse } from './durableHouse'
import { findExecution } from './findExecution'
import { errorDetails, note, resultDetails } from './history'
import { passTime } from './passTime'

/** What an outsider says about a callback. */
export type CallbackAnswer =
  | { readonly status: 'SUCCEEDED'; readonly result: string | undefined }
  | { readonly status: 'FAILED'; readonly error: ErrorObject }

/** An open callback, with the execution that waits for it. */
export interface OpenCallback {
  readonly execution: DurableExecutionRecord
  readonly operation: DurableOperationRecord
  readonly callback: CallbackRecord
}

/** A callback that is open from now on. No time-out, or one of 0 seconds, is none. */
export function newCallback(
  { arn }: DurableExecutionRecord,
  { Id, CallbackOptions }: OperationUpdate,
  now: number,
  ids: Ids,
): CallbackRecord {
  const timeout = (CallbackOptions?.TimeoutSeconds || Infinity) * 1000
  const heartbeat = (CallbackOptions?.HeartbeatTimeoutSeconds || Infinity) * 1000
  return {
    id: Buffer.from(`${ids.uuid()} ${Id} ${arn}`).toString('base64'),
    timeoutAt: finite(now + timeout),
    heartbeat: finite(heartbeat),
    heartbeatAt: finite(now + heartbeat),
  }
}

/**
 * The callback with an id. Refuses in this order: an id that is none, one of an execution that is not there, a callback that is
 * closed or whose time is up. The texts are not recorded; the last is the error's documentation.
 */
export function requireOpenCallback({ region, clock }: DurableHouse, id: string): OpenCallback {
  const found = /^\S+ (\S+) (\S+)$/.exec(Buffer.from(id, 'base64').toString())
  if (found === null) throw invalidParameter('Invalid Callback ID')
  const execution = findExecution(region, found[2]!, clock.now())
  if (execution) passTime(execution, clock.now())
  const operation = execution?.operations.get(found[1]!)
  if (execution === undefined || operation?.callback?.id !== id) {
    throw new ServiceError('ResourceNotFoundException', `Callback not found: ${id}`)
  }
  if (execution.status !== 'RUNNING' || operation.status !== 'STARTED') {
    throw new ServiceError(
      'CallbackTimeoutException',
      'The callback ID token has either expired or the callback associated with the token has already been closed.',
    )
  }
  return { execution, operation, callback: operation.callback }
}

/** Closes a callback; the handler goes on in the background. */
export function answerCallback({ execution, operation }: OpenCallback, answer: CallbackAnswer, house: DurableHouse): void {
  const now = house.clock.now()
  closeOperation(execution, operation, answer.status, now, answer)
  if (answer.status === 'SUCCEEDED') note(execution, 'CallbackSucceeded', now, operation, resultDetails(answer.result))
  else note(execution, 'CallbackFailed', now, operation, errorDetails(answer.error))
  wake(execution, house)
}

/** Gives a callback its whole heartbeat time-out again; one without has nothing to be kept alive for. */
export function beat({ execution, callback }: OpenCallback, house: DurableHouse): void {
  if (callback.heartbeat === undefined) return
  callback.heartbeatAt = house.clock.now() + callback.heartbeat
  wake(execution, house)
}

function finite(value: number): number | undefined {
  return value === Infinity ? undefined : value
}
