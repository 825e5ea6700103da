import { invalidParameter } from '../../errors/invalidParameter'
import type { PutProvisionedConcurrencyConfigResponse } from '../../model/api'
import type { FunctionRecord } from '../../state/functionRecord'
import type { ProvisionedConcurrencyRecord } from '../../state/provisionedConcurrencyRecord'
import type { RegionState } from '../../state/regionState'
import { qualifierNotFound } from '../aliases/alias'
import type { FunctionReference } from '../functions/function'

/** A function with the version or alias that was named, which has to be there. */
export interface ProvisionedTarget {
  readonly fn: FunctionRecord
  readonly qualifier: string
}

/** Finds the version or alias. What does not look like a number is missed as an alias, even if there is no such function (recorded). */
export function requireProvisionedTarget(
  region: RegionState,
  { name, arn, qualifier = '' }: FunctionReference,
): ProvisionedTarget {
  const fn = region.functions.get(name)
  if (fn?.versions.has(qualifier) || fn?.aliases.has(qualifier)) return { fn, qualifier }
  throw qualifierNotFound(arn, qualifier)
}

/** What get and delete answer for $LATEST; put words it otherwise (recorded). */
export function requirePublished({ qualifier }: FunctionReference): void {
  if (qualifier === '$LATEST') {
    throw invalidParameter('The function resource provided must be an alias or a published version.')
  }
}

/** Provisioned concurrency as the API shows it. */
export function describeProvisioned(config: ProvisionedConcurrencyRecord): PutProvisionedConcurrencyConfigResponse {
  return {
    RequestedProvisionedConcurrentExecutions: config.requested,
    AvailableProvisionedConcurrentExecutions: config.allocated,
    AllocatedProvisionedConcurrentExecutions: config.allocated,
    Status: config.status,
    // Whole seconds, unlike other times of Lambda's (AWS's example: 2019-12-31T20:29:00+0000).
    LastModified: new Date(config.lastModified).toISOString().replace(/\.\d+Z$/, '+0000'),
  }
}
