import { isServiceError, type ServiceError } from '../../errors/serviceError'
import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import { waitAfterRefusal } from '../async/retryPolicy'
import { runInPlace } from '../concurrency/runInPlace'
import { newCheckpointToken } from './checkpointToken'
import type { DurableHouse } from './durableHouse'
import { endExecution } from './endExecution'
import { hasCode } from './findExecution'
import { handlerAnswer, invalidAnswer, type HandlerAnswer } from './handlerAnswer'
import { errorDetails, note } from './history'
import { statePage } from './statePage'

/** The operations that a handler is called with; it fetches more with GetDurableExecutionState. */
const firstPage = 1_000

/** A run that fails is repeated twice, as an asynchronous event is (not recorded for durable functions). */
const mostFailures = 3

/**
 * Calls the handler of a durable function once, with what has happened so far, and does what its answer says.
 * Throws what Lambda refuses the first run of a synchronous Invoke with; any other run is tried again later.
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
  progress.retryAt = undefined
  execution.unseen.clear()
  const at = clock.now()
  const answer = await call(execution, Buffer.from(JSON.stringify(event)), requestId, house)

  // It may have been stopped, or have ended itself with a checkpoint; then nobody waits for the answer any more.
  if (execution.status !== 'RUNNING') return
  execution.token = undefined
  if (answer.status === 'REFUSED') withstand(execution, answer.refusal, house)
  else {
    progress.started = true
    progress.refusals = 0
    const error = 'error' in answer && answer.error ? errorDetails(answer.error) : {}
    const times = { StartTimestamp: new Date(at), EndTimestamp: new Date(clock.now()), RequestId: requestId }
    note(execution, 'InvocationCompleted', clock.now(), undefined, { ...times, ...error })
    obey(execution, answer, clock.now())
  }
  // What a run did not get to see is still news to the next.
  if (progress.retryAt !== undefined) for (const id of news) execution.unseen.add(id)
}

/** The event of a run: what the durable execution SDKs read. */
function invocationEvent(execution: DurableExecutionRecord, news: readonly string[], now: number): object {
  const { Operations, NextMarker = '' } = statePage(execution, { MaxItems: firstPage }, now)
  return {
    DurableExecutionArn: execution.arn,
    CheckpointToken: execution.token,
    // The operations that others have brought on since the last run.
    ...(execution.progress.started ? { UpdatedOperationIds: news } : {}),
    InitialExecutionState: { Operations, NextMarker },
  }
}

type Answer = HandlerAnswer | { readonly status: 'REFUSED'; readonly refusal: ServiceError }

async function call(
  execution: DurableExecutionRecord,
  payload: Uint8Array,
  requestId: string,
  house: DurableHouse,
): Promise<Answer> {
  const { fn, version, qualifier, type, tenantId, clientContext, traceHeader, progress } = execution
  const isCanned = (version.body.once[0] ?? version.body.always)?.kind === 'returns'
  const request = { region: house.region, fn, version, qualifier, type, tenantId, clientContext, traceHeader }
  try {
    const outcome = await runInPlace({ ...request, payload, requestId, attempt: progress.failures + 1 }, house)
    progress.log = outcome.log
    return handlerAnswer(outcome, isCanned)
  } catch (error) {
    if (!isServiceError(error)) throw error
    return { status: 'REFUSED', refusal: error }
  }
}

/** There was no place to run. The caller of a synchronous Invoke is told so, and there is no execution. */
function withstand(execution: DurableExecutionRecord, refusal: ServiceError, { region, clock }: DurableHouse): void {
  const { progress } = execution
  if (execution.type === 'RequestResponse' && !progress.started) {
    region.durableExecutions.delete(execution.arn)
    throw refusal
  }
  progress.refusals += 1
  progress.retryAt = clock.now() + waitAfterRefusal(progress.refusals)
}

function obey(execution: DurableExecutionRecord, answer: HandlerAnswer, now: number): void {
  const { progress } = execution
  switch (answer.status) {
    case 'SUCCEEDED':
    case 'FAILED':
      return endExecution(execution, answer, now)
    case 'PENDING':
      progress.failures = 0
      if (execution.unseen.size > 0 || hasPending(execution)) return
      return endExecution(execution, invalidAnswer('Cannot return PENDING status with no pending operations.'), now)
    case 'CRASHED':
      progress.failures += 1
      if (progress.failures >= mostFailures) return endExecution(execution, { ...answer, status: 'FAILED' }, now)
      progress.retryAt = now + waitAfterRefusal(progress.failures)
  }
}

/** Whether there is anything that an answer of PENDING can wait for. */
function hasPending({ operations }: DurableExecutionRecord): boolean {
  return [...operations.values()].some(({ type, status }) =>
    type === 'STEP' ? status === 'PENDING' : pendingTypes.has(type) && status === 'STARTED',
  )
}

const pendingTypes: ReadonlySet<string> = new Set(['WAIT', 'CALLBACK', 'CHAINED_INVOKE'])
