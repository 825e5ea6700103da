import { createHash } from 'node:crypto'
import type { FunctionConfiguration } from '../../model/api'
import { partitionOf } from '../../state/arns'
import type { Configuration, FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { qualified } from './function'

/**
 * A version as the API shows it, with the defaults that AWS echoes and without those that it leaves out (recorded).
 * @param qualifier what the caller named; it shows in FunctionArn
 */
export function describeFunction(
  region: RegionState,
  fn: FunctionRecord,
  version: VersionRecord,
  qualifier?: string,
): FunctionConfiguration {
  const { state, lastUpdate } = version
  const runtime = version.configuration.runtime
  const chosen = version.runtimeManagement?.runtimeVersionArn
  return {
    ...describeInList(fn, version, qualifier),
    ...(runtime && { RuntimeVersionConfig: { RuntimeVersionArn: chosen ?? runtimeVersionArn(region.region, runtime) } }),
    State: state.state,
    StateReason: state.reason,
    StateReasonCode: state.reasonCode,
    LastUpdateStatus: lastUpdate?.status,
    LastUpdateStatusReason: lastUpdate?.reason,
    LastUpdateStatusReasonCode: lastUpdate?.reasonCode as FunctionConfiguration['LastUpdateStatusReasonCode'],
  }
}

/** A version as the lists show it: without State, LastUpdateStatus and RuntimeVersionConfig (recorded). */
export function describeInList(fn: FunctionRecord, version: VersionRecord, qualifier?: string): FunctionConfiguration {
  const { configuration, code } = version
  return {
    FunctionName: fn.name,
    FunctionArn: qualified(fn.arn, qualifier),
    Runtime: configuration.runtime,
    Role: configuration.role,
    Handler: configuration.handler,
    CodeSize: code.size,
    Description: configuration.description,
    Timeout: configuration.timeout,
    MemorySize: configuration.memorySize,
    LastModified: lambdaTime(version.lastModified),
    CodeSha256: code.sha256,
    Version: version.version,
    TracingConfig: { Mode: configuration.tracingMode },
    RevisionId: version.revisionId,
    PackageType: configuration.packageType,
    Architectures: configuration.architectures,
    EphemeralStorage: { Size: configuration.ephemeralStorage },
    SnapStart: snapStart(configuration, version.version),
    LoggingConfig: configuration.loggingConfig,
    ...optionalMembers(configuration),
  }
}

/** Members that the API leaves out until somebody sets them. */
function optionalMembers(configuration: Configuration): FunctionConfiguration {
  const { environment, deadLetterTarget, layers, imageConfig, fileSystemConfigs } = configuration
  return {
    VpcConfig: configuration.vpcConfig,
    DeadLetterConfig: deadLetterTarget === undefined ? undefined : { TargetArn: deadLetterTarget },
    Environment: environment && { Variables: environment },
    KMSKeyArn: configuration.kmsKeyArn,
    Layers: layers.length === 0 ? undefined : layers.map((layer) => ({ Arn: layer.arn, CodeSize: layer.codeSize })),
    FileSystemConfigs: fileSystemConfigs?.length ? fileSystemConfigs : undefined,
    ImageConfigResponse: imageConfig && { ImageConfig: imageConfig },
    TenancyConfig: configuration.tenancyConfig,
    CapacityProviderConfig: configuration.capacityProviderConfig,
    DurableConfig: configuration.durableConfig,
  }
}

function snapStart({ snapStart }: Configuration, version: string): FunctionConfiguration['SnapStart'] {
  const optimized = snapStart === 'PublishedVersions' && version !== '$LATEST'
  return { ApplyOn: snapStart, OptimizationStatus: optimized ? 'On' : 'Off' }
}

/** Each runtime has one current version here; AWS's is a digest too. */
function runtimeVersionArn(region: string, runtime: string): string {
  return `arn:${partitionOf(region)}:lambda:${region}::runtime:${createHash('sha256').update(runtime).digest('hex')}`
}

/** Lambda's own format of a time, e.g. 2020-04-10T19:06:32.563+0000. */
export function lambdaTime(time: number): string {
  return new Date(time).toISOString().replace('Z', '+0000')
}
