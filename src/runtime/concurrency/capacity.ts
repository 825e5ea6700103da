import type { FunctionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'

/** How much of the account's concurrency AWS leaves to functions that reserve none: 100, or all of an account that has less (observed). */
export function minimumUnreserved(accountConcurrency: number): number {
  return Math.min(100, accountConcurrency)
}

/** What the account has left for functions that reserve nothing: GetAccountSettings' UnreservedConcurrentExecutions. */
export function unreservedConcurrency(region: RegionState, accountConcurrency: number): number {
  let unreserved = accountConcurrency
  for (const fn of region.functions.values()) unreserved -= concurrencyOf(fn)
  return unreserved
}

/** What a function takes out of the account's concurrency; provisioned concurrency comes out of the reserved, if it reserves any. */
export function concurrencyOf(fn: FunctionRecord): number {
  return fn.reservedConcurrency ?? totalProvisioned(fn)
}

/** The provisioned concurrency that was requested for all versions and aliases of a function together. */
export function totalProvisioned(fn: FunctionRecord): number {
  let total = 0
  for (const { requested } of fn.provisionedConcurrency.values()) total += requested
  return total
}
