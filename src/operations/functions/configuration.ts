import type { CreateFunctionRequest, UpdateFunctionConfigurationRequest } from '../../model/api'
import type { Configuration } from '../../state/functionRecord'

type Changes = Omit<UpdateFunctionConfigurationRequest, 'FunctionName' | 'RevisionId'>

/** The configuration of a new function, with AWS's defaults. */
export function newConfiguration(input: CreateFunctionRequest, layers: Configuration['layers']): Configuration {
  const { FunctionName: name, PackageType: packageType = 'Zip' } = input
  const blank: Configuration = {
    description: '',
    role: input.Role,
    packageType,
    timeout: 3,
    memorySize: 128,
    architectures: input.Architectures ?? ['x86_64'],
    ephemeralStorage: 512,
    tracingMode: 'PassThrough',
    layers,
    snapStart: 'None',
    loggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${name}` },
    tenancyConfig: input.TenancyConfig,
  }
  const { VpcConfig: vpc, ...rest } = input
  // A function that was never in a VPC shows no VpcConfig; one that was taken out of it shows empty lists (recorded).
  return changedConfiguration(blank, vpc?.SubnetIds?.length ? { ...rest, VpcConfig: vpc } : rest)
}

/**
 * A configuration with the members of an update put over it: what the caller leaves out stays.
 * @param layers those that the changes name, looked up; undefined if they name none
 */
export function changedConfiguration(
  old: Configuration,
  changes: Omit<Changes, 'Layers'>,
  layers: Configuration['layers'] = old.layers,
): Configuration {
  return {
    ...old,
    description: changes.Description ?? old.description,
    role: changes.Role ?? old.role,
    runtime: changes.Runtime ?? old.runtime,
    handler: changes.Handler ?? old.handler,
    timeout: changes.Timeout ?? old.timeout,
    memorySize: changes.MemorySize ?? old.memorySize,
    ephemeralStorage: changes.EphemeralStorage?.Size ?? old.ephemeralStorage,
    environment: changes.Environment ? (changes.Environment.Variables ?? {}) : old.environment,
    vpcConfig: changes.VpcConfig ? vpcResponse(changes.VpcConfig) : old.vpcConfig,
    deadLetterTarget: changes.DeadLetterConfig ? changes.DeadLetterConfig.TargetArn || undefined : old.deadLetterTarget,
    kmsKeyArn: changes.KMSKeyArn === undefined ? old.kmsKeyArn : changes.KMSKeyArn || undefined,
    tracingMode: changes.TracingConfig?.Mode ?? old.tracingMode,
    layers,
    fileSystemConfigs: changes.FileSystemConfigs ?? old.fileSystemConfigs,
    imageConfig: changes.ImageConfig ? nonEmpty(changes.ImageConfig) : old.imageConfig,
    snapStart: changes.SnapStart?.ApplyOn ?? old.snapStart,
    loggingConfig: changes.LoggingConfig ? changedLogging(old.loggingConfig, changes.LoggingConfig) : old.loggingConfig,
    capacityProviderConfig: changes.CapacityProviderConfig ?? old.capacityProviderConfig,
    durableConfig: changes.DurableConfig ?? old.durableConfig,
  }
}

/** An image configuration without members is taken away altogether (recorded). */
function nonEmpty<Config extends object>(config: Config): Config | undefined {
  return Object.keys(config).length === 0 ? undefined : config
}

/** JSON logs have levels, INFO unless chosen; going back to Text drops them (recorded). */
function changedLogging(
  old: Configuration['loggingConfig'],
  changes: Configuration['loggingConfig'],
): Configuration['loggingConfig'] {
  const LogFormat = changes.LogFormat ?? old.LogFormat
  const LogGroup = changes.LogGroup ?? old.LogGroup
  if (LogFormat === 'Text') return { LogFormat, LogGroup }
  return {
    LogFormat,
    ApplicationLogLevel: changes.ApplicationLogLevel ?? old.ApplicationLogLevel ?? 'INFO',
    SystemLogLevel: changes.SystemLogLevel ?? old.SystemLogLevel ?? 'INFO',
    LogGroup,
  }
}

/** The VPC that the subnets belong to; there is no EC2 here to ask, so it follows from the first subnet's id. */
function vpcResponse(vpc: NonNullable<Changes['VpcConfig']>): Configuration['vpcConfig'] {
  const SubnetIds = vpc.SubnetIds ?? []
  return {
    SubnetIds,
    SecurityGroupIds: vpc.SecurityGroupIds ?? [],
    VpcId: SubnetIds.length === 0 ? '' : SubnetIds[0]!.replace(/^subnet-/, 'vpc-'),
    Ipv6AllowedForDualStack: vpc.Ipv6AllowedForDualStack ?? false,
  }
}
