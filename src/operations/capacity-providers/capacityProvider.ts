import { ServiceError } from '../../errors/serviceError'
import type { CapacityProvider, CapacityProviderConfig } from '../../model/api'
import { lambdaArn } from '../../state/arns'
import type { CapacityProviderRecord } from '../../state/capacityProviderRecord'
import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { lambdaTime } from '../functions/describeFunction'

/** A capacity provider as the API shows it. */
export function describeCapacityProvider(provider: CapacityProviderRecord): CapacityProvider {
  return {
    CapacityProviderArn: provider.arn,
    State: provider.state,
    VpcConfig: provider.vpcConfig,
    PermissionsConfig: provider.permissionsConfig,
    InstanceRequirements: provider.instanceRequirements,
    CapacityProviderScalingConfig: provider.scalingConfig,
    KmsKeyArn: provider.kmsKeyArn,
    LastModified: lambdaTime(provider.lastModified),
    PropagateTags: provider.propagateTags,
    TelemetryConfig: provider.telemetryConfig,
  }
}

/** The ARN that a name stands for; an ARN stands for itself. */
export function capacityProviderArn(region: RegionState, nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn : lambdaArn(region, `capacity-provider:${nameOrArn}`)
}

/** The name at the end of an ARN; a name stands for itself. */
export function capacityProviderName(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf(':') + 1)
}

/** The provider that an operation names, or ResourceNotFoundException (worded as recorded from ListTags). */
export function requireCapacityProvider(region: RegionState, nameOrArn: string): CapacityProviderRecord {
  const arn = capacityProviderArn(region, nameOrArn)
  const provider = region.capacityProviders.get(capacityProviderName(nameOrArn))
  // The ARN may be that of another region or account.
  if (provider?.arn === arn) return provider
  throw new ServiceError('ResourceNotFoundException', `Capacity provider not found: ${arn}`)
}

/**
 * Refuses to put a function on a provider that does not exist or is being deleted.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-capacity-providers.html
 */
export function requireAttachableProvider(region: RegionState, config: CapacityProviderConfig | undefined): void {
  if (config === undefined) return
  requireNotDeleting(requireCapacityProvider(region, config.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn))
}

/** Refuses what cannot be done any more with a provider that is being deleted (the text is a function's, not recorded). */
export function requireNotDeleting({ state }: CapacityProviderRecord): void {
  if (state !== 'Deleting') return
  throw new ServiceError(
    'ResourceConflictException',
    'The operation cannot be performed at this time. The capacity provider is currently in the following state: Deleting',
  )
}

/** The versions, $LATEST included, that are configured to run on a provider. */
export function versionsOn(
  { functions }: RegionState,
  { arn }: CapacityProviderRecord,
): readonly { readonly fn: FunctionRecord; readonly version: VersionRecord }[] {
  return [...functions.values()].flatMap((fn) =>
    [fn.latest, ...fn.versions.values()].filter((version) => providerOf(version) === arn).map((version) => ({ fn, version })),
  )
}

function providerOf({ configuration }: VersionRecord): string | undefined {
  return configuration.capacityProviderConfig?.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn
}
