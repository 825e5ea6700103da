import type { Scheduled } from '../../clock/clock'
import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import type { DurableHouse } from './durableHouse'
import { endExecution } from './endExecution'
import { nextLimit, nextWork, passTime } from './passTime'
import { runHandler } from './runHandler'
import { nextChange, tellChange } from './changes'

/**
 * Brings an execution as far as it comes without time passing or somebody outside doing something: runs the handler as often
 * as there is news for it. One run at a time; who drives meanwhile waits for the same end.
 */
export async function drive(execution: DurableExecutionRecord, house: DurableHouse): Promise<void> {
  const { progress } = execution
  passTime(execution, house.clock.now())
  if (progress.driver === undefined) {
    if (isRunnable(execution, house.clock.now())) progress.driver = run(execution, house)
    else arm(execution, house)
  }
  await progress.driver
}

/** Sees to it that an execution goes on after something has changed. */
export function wake(execution: DurableExecutionRecord, house: DurableHouse): void {
  tellChange(execution)
  arm(execution, house)
}

async function run(execution: DurableExecutionRecord, house: DurableHouse): Promise<void> {
  const { progress } = execution
  try {
    for (;;) {
      if (isRunnable(execution, house.clock.now())) await runHandler(execution, house)
      // Functions that the handler invoked belong to the same stretch of work: who settles the clock waits for them too.
      else if (execution.status === 'RUNNING' && progress.jobs.size > 0) {
        await Promise.race([...progress.jobs, nextChange(execution)])
      } else return
      passTime(execution, house.clock.now())
    }
  } catch (error) {
    // For the caller, who is not to wait any more: a refusal of the first run, or a mistake in the test.
    const { name, message } = (progress.error = error as Error)
    endExecution(execution, { status: 'FAILED', error: { ErrorType: name, ErrorMessage: message } }, house.clock.now())
    throw error
  } finally {
    progress.driver = undefined
    arm(execution, house)
  }
}

/** Whether the handler is to be called now: for the first time, with news, or again after a run that failed. */
function isRunnable({ status, progress, unseen }: DurableExecutionRecord, now: number): boolean {
  if (status !== 'RUNNING') return false
  if (progress.retryAt !== undefined) return progress.retryAt <= now
  return !progress.started || unseen.size > 0
}

/** Plans on the clock what comes next. */
function arm(execution: DurableExecutionRecord, house: DurableHouse): void {
  const { progress } = execution
  const { clock } = house
  if (execution.status !== 'RUNNING') return
  const isIdle = progress.driver === undefined
  const at = isIdle && isRunnable(execution, clock.now()) ? clock.now() : nextWork(execution)
  progress.alarm = replan(progress.alarm, at, () =>
    clock.schedule(at, () => {
      progress.alarm = undefined
      return onTime(execution, house)
    }),
  )
  const end = nextLimit(execution)
  progress.limit = replan(progress.limit, end, () =>
    clock.limit(end, () => {
      progress.limit = undefined
      return onTime(execution, house)
    }),
  )
}

/** Leaves alone what is planned for the same time: most checkpoints change nothing about it. */
function replan(planned: Scheduled | undefined, at: number, plan: () => Scheduled): Scheduled | undefined {
  if (planned?.at === at) return planned
  planned?.cancel()
  return at < Infinity ? plan() : undefined
}

/** While the handler runs it is not waited for: it hears of what is due with its next checkpoint, or in its next run. */
function onTime(execution: DurableExecutionRecord, house: DurableHouse): Promise<void> | void {
  if (execution.progress.driver === undefined) return drive(execution, house)
  passTime(execution, house.clock.now())
  wake(execution, house)
}
