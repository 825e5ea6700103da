import type { CheckpointDurableExecutionRequest, CheckpointDurableExecutionResponse } from '../../model/api'
import type { AnsweredCheckpoint, DurableExecutionRecord } from '../../state/durableExecutionRecord'
import { applyUpdate } from './applyUpdate'
import type { InvokeChained } from './chainedInvoke'
import { newCheckpointToken, requireCheckpointToken } from './checkpointToken'
import { requireUpdates } from './requireUpdates'
import { describeOperation } from './describeOperation'
import { wake } from './drive'
import type { DurableHouse } from './durableHouse'
import { passTime } from './passTime'

/** A request that comes again within 15 minutes gets the answer that it got. */
const idempotence = 900_000

/**
 * Saves what a handler has done: all of its updates or none. The token is used up; the answer has the next one, and every
 * operation that has changed since the handler was last told, by itself or by others.
 * Refuses in this order: a token that is not the current one, updates against the rules.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CheckpointDurableExecution.html
 */
export function checkpoint(
  execution: DurableExecutionRecord | undefined,
  input: CheckpointDurableExecutionRequest,
  invoke: InvokeChained,
  house: DurableHouse,
): CheckpointDurableExecutionResponse {
  const now = house.clock.now()
  const before = execution && repeated(execution, input, now)
  if (before) return describe(before)
  if (execution) passTime(execution, now)
  requireCheckpointToken(execution, input.CheckpointToken)
  const updates = input.Updates ?? []
  requireUpdates(updates, execution)

  for (const update of updates) applyUpdate(execution, update, invoke, house)
  if (execution.status === 'RUNNING') execution.token = newCheckpointToken(house.ids)
  const answered: AnsweredCheckpoint = {
    clientToken: input.ClientToken ?? '',
    checkpointToken: input.CheckpointToken,
    at: now,
    nextToken: execution.token,
    operations: [...execution.unseen].map((id) => describeOperation(execution.operations.get(id)!)),
  }
  execution.unseen.clear()
  if (input.ClientToken !== undefined) execution.answered = [...recent(execution, now), answered]
  wake(execution, house)
  return describe(answered)
}

function repeated(
  execution: DurableExecutionRecord,
  { ClientToken, CheckpointToken }: CheckpointDurableExecutionRequest,
  now: number,
): AnsweredCheckpoint | undefined {
  if (ClientToken === undefined) return undefined
  return recent(execution, now).find(
    ({ clientToken, checkpointToken }) => clientToken === ClientToken && checkpointToken === CheckpointToken,
  )
}

function recent({ answered }: DurableExecutionRecord, now: number): readonly AnsweredCheckpoint[] {
  return answered.filter(({ at }) => now - at <= idempotence)
}

function describe({ nextToken, operations }: AnsweredCheckpoint): CheckpointDurableExecutionResponse {
  return { CheckpointToken: nextToken, NewExecutionState: { Operations: operations } }
}
