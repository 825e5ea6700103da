import { UsageError } from '../errors/usageError'
import type { FunctionRecord } from '../state/functionRecord'
import { requireText, shown } from '../usage/readMembers'
import type { Seed } from './seed'

/** Reserves concurrent executions for a function, through PutFunctionConcurrency. */
export function reserveConcurrency(seed: Seed, fn: FunctionRecord, executions: number, builder: string): void {
  const where = `${builder}.reservedConcurrency`
  requireWhole(where, executions)
  seed.run(where, 'PutFunctionConcurrency', { FunctionName: fn.name, ReservedConcurrentExecutions: executions })
}

/** Keeps environments of a version or alias ready, through PutProvisionedConcurrencyConfig; they are up at once. */
export function provisionConcurrency(
  seed: Seed,
  fn: FunctionRecord,
  provision: { readonly qualifier: string | number; readonly executions: number },
  builder: string,
): void {
  const where = `${builder}.provisionedConcurrency`
  if (typeof provision.qualifier !== 'number')
    requireText(`${where}(qualifier, executions)`, 'a version or alias', provision.qualifier)
  requireWhole(where, provision.executions)
  seed.run(where, 'PutProvisionedConcurrencyConfig', {
    FunctionName: fn.name,
    Qualifier: String(provision.qualifier),
    ProvisionedConcurrentExecutions: provision.executions,
  })
}

function requireWhole(where: string, executions: unknown): void {
  if (Number.isInteger(executions)) return
  throw new UsageError(`${where}(...) needs a whole number of concurrent executions, not ${shown(executions)}.`)
}
