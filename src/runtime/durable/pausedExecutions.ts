import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import type { RegionState } from '../../state/regionState'
import { rejoinChained } from './chainedInvoke'
import { wake } from './drive'
import type { DurableHouse } from './durableHouse'

/** How far an execution has come, without what drives it in this process. */
interface PausedProgress {
  readonly started: boolean
  readonly failures: number
  readonly refusals: number
  readonly retryAt: number | undefined
  readonly requestId: string
  readonly logText: string
  /** The handler was at work: what it had not written down is lost, as when an environment crashes. */
  readonly wasAtWork: boolean
}

/** What stands in a copy of a region in the place of the records that only this process can have. */
export function pausedExecutions({ durableExecutions }: RegionState): Map<object, object> {
  const paused = new Map<object, object>()
  const pause = (execution: DurableExecutionRecord): void => {
    const { progress, parent, operations } = execution
    if (paused.has(progress)) return
    const { started, failures, refusals, retryAt, requestId } = progress
    const wasAtWork = execution.status === 'RUNNING' && execution.token !== undefined
    const logText = progress.log()
    const copy: PausedProgress = { started, failures, refusals, retryAt, requestId, logText, wasAtWork }
    paused.set(progress, copy)
    if (parent) paused.set(parent, { execution: parent.execution })
    for (const { child } of operations.values()) if (child) pause(child)
  }
  for (const execution of durableExecutions.values()) pause(execution)
  return paused
}

/** Lets the executions of a copied region go on. */
export function resumeExecutions(house: DurableHouse): void {
  const resumed = new Set<DurableExecutionRecord>()
  const resume = (execution: DurableExecutionRecord): void => {
    if (resumed.has(execution)) return
    resumed.add(execution)
    const { logText, wasAtWork, ...progress } = execution.progress as unknown as PausedProgress
    Object.assign(execution, { progress: { ...progress, watchers: new Set(), jobs: new Set(), log: () => logText } })
    if (wasAtWork) {
      execution.token = undefined
      execution.progress.retryAt = house.clock.now()
    }
    for (const { child } of execution.operations.values()) if (child) resume(child)
  }
  for (const execution of house.region.durableExecutions.values()) resume(execution)
  for (const execution of resumed) {
    if (execution.status !== 'RUNNING') continue
    rejoinChained(execution, house)
    wake(execution, house)
  }
}
