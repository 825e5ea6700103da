import type { CreateCapacityProviderRequest as Request } from '../model/api'

/** A fleet of the account's own instances on which functions run. */
export interface CapacityProviderRecord {
  readonly name: string
  readonly arn: string
  state: 'Pending' | 'Active' | 'Failed' | 'Deleting'
  readonly vpcConfig: Request['VpcConfig']
  readonly permissionsConfig: Request['PermissionsConfig']
  readonly instanceRequirements: Request['InstanceRequirements']
  scalingConfig: NonNullable<Request['CapacityProviderScalingConfig']>
  readonly kmsKeyArn: string | undefined
  propagateTags: Request['PropagateTags']
  telemetryConfig: Request['TelemetryConfig']
  /** Epoch milliseconds. */
  lastModified: number
  readonly tags: Map<string, string>
}
