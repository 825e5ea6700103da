import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import { minimumUnreserved, totalProvisioned, unreservedConcurrency } from '../../runtime/concurrency/capacity'
import type { RegionState } from '../../state/regionState'
import { requireTarget } from '../functions/function'
import type { ProvisionedTarget } from './provisionedConcurrency'

/** Refuses functions that cannot have any, more than there is, and a version that gets it both by itself and by an alias. */
export function requireProvisionable(target: ProvisionedTarget, requested: number, region: RegionState, account: number): void {
  requireSuitable(target)
  requireCapacity(target, requested, region, account)
  requireOneWay(target)
}

/** The developer guide rules these out; the texts are not recorded. */
function requireSuitable({ fn, qualifier }: ProvisionedTarget): void {
  const { snapStart, tenancyConfig } = requireTarget(fn, qualifier).version.configuration
  if (snapStart === 'PublishedVersions') throw invalidParameter('Provisioned Concurrency is not supported with SnapStart.')
  if (tenancyConfig !== undefined) throw invalidParameter('Provisioned Concurrency is not supported with tenant isolation.')
}

function requireCapacity({ fn, qualifier }: ProvisionedTarget, requested: number, region: RegionState, account: number): void {
  const own = fn.provisionedConcurrency.get(qualifier)?.requested ?? 0
  if (fn.reservedConcurrency !== undefined) {
    // It comes out of what the function reserves; the account's rest does not change.
    if (totalProvisioned(fn) - own + requested <= fn.reservedConcurrency) return
    throw invalidParameter(
      'Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function',
    )
  }
  const unreserved = unreservedConcurrency(region, account) + own
  const minimum = minimumUnreserved(account)
  if (requested > unreserved) {
    throw invalidParameter(
      `Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [${unreserved}].`,
    )
  }
  if (unreserved - requested < minimum) {
    throw invalidParameter(
      `Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${minimum}].`,
    )
  }
}

function requireOneWay({ fn, qualifier }: ProvisionedTarget): void {
  const alias = fn.aliases.get(qualifier)
  if (alias !== undefined) {
    if (!fn.provisionedConcurrency.has(alias.version)) return
    throw conflict(`Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version`)
  }
  const byAlias = [...fn.aliases.values()].some(
    ({ name, version }) => version === qualifier && fn.provisionedConcurrency.has(name),
  )
  if (byAlias) throw conflict('Version is pointed by a Provisioned Concurrency alias')
}

function conflict(message: string): ServiceError {
  return new ServiceError('ResourceConflictException', message)
}
