import { isServiceError } from '../../errors/serviceError'
import type { ErrorObject } from '../../model/api'
import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import { expiringPage } from '../../state/expiringPage'
import type { InvocationOutcome } from '../invocation'
import { runVersion } from '../runVersion'
import { newCheckpointToken } from './checkpointToken'
import { describeOperation, replayedOperations } from './describeOperation'
import type { DurableHouse } from './durableHouse'
import { endExecution } from './endExecution'
import { hasCode } from './findExecution'
import { handlerAnswer, type HandlerAnswer } from './handlerAnswer'
import { errorDetails, note } from './history'

/** The operations that a handler is called with; it fetches more with GetDurableExecutionState. */
const firstPage = 1_000

/** A run that fails is repeated twice, as an asynchronous event is (not recorded for durable functions). */
const mostFailures = 3

/**
 * Calls the handler of a durable function once, with what has happened so far, and does what its answer says.
 * https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html
 */
export async function runHandler(execution: DurableExecutionRecord, house: DurableHouse): Promise<void> {
  const { clock, ids, region } = house
  const { progress } = execution
  if (!hasCode(region, execution)) {
    const error = { ErrorType: 'ResourceNotFoundException', ErrorMessage: `Function not found: ${execution.fn.arn}` }
    return endExecution(execution, { status: 'FAILED', error }, clock.now())
  }
  const requestId = progress.started ? ids.uuid() : progress.requestId
  const news = [...execution.unseen]
  execution.token = newCheckpointToken(ids)
  const event = invocationEvent(execution, news, clock.now())
  progress.started = true
  progress.retryAt = undefined
  execution.unseen.clear()

  const at = clock.now()
  const answer = await call(execution, Buffer.from(JSON.stringify(event)), requestId, house)
  // It may have been stopped, or have ended itself with a checkpoint; then nobody waits for the answer any more.
  if (execution.status !== 'RUNNING') return
  execution.token = undefined
  const error = answer.status === 'FAILED' || answer.status === 'CRASHED' ? answer.error : undefined
  const times = { StartTimestamp: new Date(at), EndTimestamp: new Date(clock.now()), RequestId: requestId }
  note(execution, 'InvocationCompleted', clock.now(), undefined, { ...times, ...(error && errorDetails(error)) })
  obey(execution, answer, clock.now())
  if (answer.status === 'CRASHED') for (const id of news) execution.unseen.add(id)
}

/** The event of a run: what the durable execution SDKs read. */
function invocationEvent(execution: DurableExecutionRecord, news: readonly string[], now: number): object {
  const list = { name: stateListName(execution), items: replayedOperations(execution) }
  const { items, nextMarker = '' } = expiringPage(list, { MaxItems: firstPage }, now)
  return {
    DurableExecutionArn: execution.arn,
    CheckpointToken: execution.token,
    // Only the operations that others have brought on since the last run.
    ...(execution.progress.started ? { UpdatedOperationIds: news } : {}),
    InitialExecutionState: { Operations: items.map(describeOperation), NextMarker: nextMarker },
  }
}

/** The list that the markers of an execution's state belong to. */
export function stateListName({ arn }: DurableExecutionRecord): string {
  return `GetDurableExecutionState/${arn}`
}

async function call(
  execution: DurableExecutionRecord,
  payload: Uint8Array,
  requestId: string,
  house: DurableHouse,
): Promise<HandlerAnswer> {
  const { fn, version, qualifier, type, tenantId, clientContext, progress } = execution
  const { body } = version
  // A canned result stands for the whole execution, unless it is an answer of a handler's own.
  const isCanned = (body.once[0] ?? body.always)?.kind === 'returns'
  const request = { region: house.region, fn, version, qualifier, type, tenantId, clientContext }
  let outcome: InvocationOutcome
  try {
    outcome = await runVersion({ ...request, payload, requestId, attempt: progress.failures + 1 }, house)
  } catch (error) {
    if (!isServiceError(error)) throw error
    return { status: 'CRASHED', error: { ErrorType: error.name, ErrorMessage: error.message } }
  }
  progress.log = outcome.log
  const text = Buffer.from(outcome.payload).toString()
  if (isCanned && !/"Status":"(?:SUCCEEDED|FAILED|PENDING)"/.test(text)) return { status: 'SUCCEEDED', result: text }
  return handlerAnswer(outcome)
}

function obey(execution: DurableExecutionRecord, answer: HandlerAnswer, now: number): void {
  const { progress } = execution
  switch (answer.status) {
    case 'SUCCEEDED':
    case 'FAILED':
      return endExecution(execution, answer, now)
    case 'PENDING': {
      progress.failures = 0
      if (execution.unseen.size > 0 || hasPending(execution)) return
      const error: ErrorObject = {
        ErrorType: 'InvalidParameterValueException',
        ErrorMessage: 'Cannot return PENDING status with no pending operations.',
      }
      return endExecution(execution, { status: 'FAILED', error }, now)
    }
    case 'CRASHED':
      progress.failures += 1
      if (progress.failures >= mostFailures) return endExecution(execution, { status: 'FAILED', error: answer.error }, now)
      // One second, then two.
      progress.retryAt = now + 1_000 * 2 ** (progress.failures - 1)
  }
}

/** Whether there is anything that an answer of PENDING can wait for. */
function hasPending({ operations }: DurableExecutionRecord): boolean {
  return [...operations.values()].some(({ type, status }) =>
    type === 'STEP' ? status === 'PENDING' : pendingTypes.has(type) && status === 'STARTED',
  )
}

const pendingTypes: ReadonlySet<string> = new Set(['WAIT', 'CALLBACK', 'CHAINED_INVOKE'])
