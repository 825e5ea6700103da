import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import { drive } from './drive'
import type { DurableHouse } from './durableHouse'
import { hasOpenCallback, nextWork } from './passTime'
import { nextChange } from './changes'

/**
 * Waits for the end of an execution, as the caller of a synchronous Invoke does. What the execution waits for by the clock passes
 * at the caller's expense: in virtual time, at once. While a callback is open it is somebody else's turn, and time passes only
 * if the test lets it.
 * https://docs.aws.amazon.com/lambda/latest/dg/durable-invoking.html
 */
export async function awaitEnd(execution: DurableExecutionRecord, house: DurableHouse): Promise<void> {
  await Promise.race([untilEnd(execution), pace(execution, house)])
  if (execution.progress.error !== undefined) throw execution.progress.error
}

async function untilEnd(execution: DurableExecutionRecord): Promise<void> {
  while (execution.status === 'RUNNING') await nextChange(execution)
}

/** Goes along with an execution and those that it started: runs what can run, and sleeps up to what comes next. */
async function pace(execution: DurableExecutionRecord, house: DurableHouse): Promise<void> {
  while (execution.status === 'RUNNING') {
    const changed = nextChange(execution)
    for (const each of family(execution)) await drive(each, house)
    const members = family(execution)
    const next = members.some(hasOpenCallback) ? Infinity : Math.min(...members.map(nextWork))
    if (next === Infinity) await changed
    else await sleepUnless(changed, Math.min(next, execution.deadline) - house.clock.now(), house)
  }
}

/** An execution with the running ones that it has started, directly or not. */
function family(execution: DurableExecutionRecord): readonly DurableExecutionRecord[] {
  const children = [...execution.operations.values()].flatMap(({ child }) => (child?.status === 'RUNNING' ? family(child) : []))
  return execution.status === 'RUNNING' ? [execution, ...children] : children
}

async function sleepUnless(changed: Promise<void>, milliseconds: number, { clock }: DurableHouse): Promise<void> {
  if (milliseconds <= 0) return
  const enough = new AbortController()
  const slept = clock.sleep(milliseconds, enough.signal).catch(() => undefined)
  await Promise.race([slept, changed])
  enough.abort()
}
