import { invalidParameter } from '../../errors/invalidParameter'
import type { VersionRecord } from '../../state/functionRecord'

/**
 * Refuses an invocation that names no tenant of a function which keeps its tenants apart, or names one of a function which does not.
 * Documented at https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html; both texts are not recorded.
 */
export function requireTenant({ configuration }: VersionRecord, tenantId: string | undefined): void {
  const isIsolated = configuration.tenancyConfig?.TenantIsolationMode === 'PER_TENANT'
  if (isIsolated && tenantId === undefined) {
    throw invalidParameter(
      'The invoked function is enabled with tenancy configuration. Add a valid tenant ID in your request and try again.',
    )
  }
  if (!isIsolated && tenantId !== undefined) {
    throw invalidParameter(
      'The invoked function is not enabled with tenancy configuration. Remove the tenant ID from your request and try again.',
    )
  }
}
