import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import type { FunctionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { retentionDays } from './newExecution'

const day = 86_400_000

/** The execution with an ARN; undefined once its retention is over or its function is gone. */
export function findExecution(region: RegionState, arn: string, now: number): DurableExecutionRecord | undefined {
  forgetOld(region, now)
  return region.durableExecutions.get(arn)
}

/** The executions of a function, oldest first. */
export function executionsOf(region: RegionState, fn: FunctionRecord, now: number): readonly DurableExecutionRecord[] {
  forgetOld(region, now)
  return [...region.durableExecutions.values()].filter((execution) => execution.fn === fn)
}

/** Whether the code that an execution runs is still there: a function or version may be deleted meanwhile. */
export function hasCode({ functions }: RegionState, { fn, version }: DurableExecutionRecord): boolean {
  return functions.get(fn.name) === fn && (version === fn.latest || fn.versions.get(version.version) === version)
}

/**
 * Forgets the executions that ended too long ago, and those of functions that have been deleted.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DurableConfig.html
 */
function forgetOld({ durableExecutions, functions }: RegionState, now: number): void {
  for (const [arn, { fn, endedAt = Infinity, config }] of durableExecutions) {
    const isOver = now > endedAt + retentionDays(config) * day
    if (isOver || functions.get(fn.name) !== fn) durableExecutions.delete(arn)
  }
}
