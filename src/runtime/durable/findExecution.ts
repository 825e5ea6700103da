import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import type { FunctionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { retentionDays } from './newExecution'

const day = 86_400_000

/** The execution with an ARN; undefined once its retention is over or its function is gone. */
export function findExecution(region: RegionState, arn: string, now: number): DurableExecutionRecord | undefined {
  const execution = region.durableExecutions.get(arn)
  return execution === undefined || forget(region, execution, now) ? undefined : execution
}

/** The executions of a function, oldest first. */
export function executionsOf(region: RegionState, fn: FunctionRecord, now: number): readonly DurableExecutionRecord[] {
  const all = [...region.durableExecutions.values()]
  return all.filter((execution) => !forget(region, execution, now) && execution.fn === fn)
}

/** Whether the code that an execution runs is still there: a function or version may be deleted meanwhile. */
export function hasCode({ functions }: RegionState, { fn, version }: DurableExecutionRecord): boolean {
  return functions.get(fn.name) === fn && (version === fn.latest || fn.versions.get(version.version) === version)
}

/**
 * Forgets an execution that ended too long ago, or whose function has been deleted; true if it has.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DurableConfig.html
 */
function forget({ durableExecutions, functions }: RegionState, execution: DurableExecutionRecord, now: number): boolean {
  const { arn, fn, config, endedAt = Infinity } = execution
  const isForgotten = now > endedAt + retentionDays(config) * day || functions.get(fn.name) !== fn
  if (isForgotten) durableExecutions.delete(arn)
  return isForgotten
}
