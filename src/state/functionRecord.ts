import type { CreateFunctionRequest, VpcConfigResponse } from '../model/api'
import type { EventInvokeRecord } from './eventInvokeRecord'
import type { FunctionUrlRecord } from './functionUrlRecord'
import type { ProvisionedConcurrencyRecord } from './provisionedConcurrencyRecord'
import type { ScalingRecord } from './scalingRecord'

/** A function's code: what AWS would keep, and what stands for it in this process. */
export interface CodeRecord {
  readonly sha256: string
  readonly size: number
  /** The uploaded archive, if one was uploaded. */
  readonly zip?: Uint8Array | undefined
  /** The S3 object the code was taken from, if it was given by reference. */
  readonly s3?: { readonly bucket: string; readonly key: string; readonly version?: string | undefined } | undefined
  readonly imageUri?: string | undefined
}

/** A Lambda handler of the user's, in any of the supported styles. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- users type their own events
export type Handler = (...args: any[]) => unknown

/** What an invocation does when no handler is called. */
export type CannedOutcome =
  | { readonly kind: 'returns'; readonly value: unknown }
  | { readonly kind: 'throws'; readonly error: unknown }
  | { readonly kind: 'timesOut' }
  | { readonly kind: 'exits'; readonly code: number }
  | { readonly kind: 'outOfMemory' }
  | { readonly kind: 'streams'; readonly chunks: readonly (string | Uint8Array)[] }

/** What runs when a function is invoked: the queue of one-time outcomes first, then the standing one, then the handler. */
export interface FunctionBody {
  readonly once: CannedOutcome[]
  readonly always?: CannedOutcome | undefined
  readonly handler?: Handler | undefined
}

/** The members of a version's configuration that a caller can set, under our own names. */
export interface Configuration {
  readonly description: string
  readonly role: string
  readonly packageType: 'Zip' | 'Image'
  readonly runtime?: CreateFunctionRequest['Runtime']
  readonly handler?: string | undefined
  readonly timeout: number
  readonly memorySize: number
  readonly architectures: readonly ('x86_64' | 'arm64')[]
  readonly ephemeralStorage: number
  readonly environment?: Readonly<Record<string, string>> | undefined
  readonly vpcConfig?: VpcConfigResponse | undefined
  readonly deadLetterTarget?: string | undefined
  readonly kmsKeyArn?: string | undefined
  readonly tracingMode: 'Active' | 'PassThrough'
  readonly layers: readonly { readonly arn: string; readonly codeSize: number }[]
  readonly fileSystemConfigs?: CreateFunctionRequest['FileSystemConfigs']
  readonly imageConfig?: CreateFunctionRequest['ImageConfig']
  readonly snapStart: 'PublishedVersions' | 'None'
  readonly loggingConfig: NonNullable<CreateFunctionRequest['LoggingConfig']>
  readonly tenancyConfig?: CreateFunctionRequest['TenancyConfig']
  readonly capacityProviderConfig?: CreateFunctionRequest['CapacityProviderConfig']
  readonly durableConfig?: CreateFunctionRequest['DurableConfig']
}

/** Whether a version can run. */
export interface StateRecord {
  readonly state: 'Pending' | 'Active' | 'Inactive' | 'Failed'
  readonly reason?: string | undefined
  readonly reasonCode?: 'Creating' | 'Idle' | 'Restoring' | undefined
}

/** How the last update of a version went; absent until a new function has become active. */
export interface UpdateRecord {
  readonly status: 'Successful' | 'Failed' | 'InProgress'
  readonly reason?: string | undefined
  readonly reasonCode?: string | undefined
}

/** One version of a function: `$LATEST`, or a published one that no longer changes. */
export interface VersionRecord {
  readonly version: string
  configuration: Configuration
  code: CodeRecord
  revisionId: string
  /** Epoch milliseconds. */
  lastModified: number
  state: StateRecord
  lastUpdate?: UpdateRecord | undefined
  body: FunctionBody
}

/** A name for a version, which may share its traffic with a second one. */
export interface AliasRecord {
  readonly name: string
  version: string
  description: string
  /** Share of the traffic, 0 to 1, that other versions get. */
  weights: ReadonlyMap<string, number>
  revisionId: string
}

/** A function with everything that hangs on it. */
export interface FunctionRecord {
  readonly name: string
  /** Without a qualifier. */
  readonly arn: string
  readonly latest: VersionRecord
  /** Published versions by number. */
  readonly versions: Map<string, VersionRecord>
  readonly aliases: Map<string, AliasRecord>
  readonly tags: Map<string, string>
  /** Function URLs by alias, that of $LATEST under '$LATEST'. */
  readonly urls: Map<string, FunctionUrlRecord>
  /** Settings of asynchronous invocations by version or alias. */
  readonly eventInvokeConfigs: Map<string, EventInvokeRecord>
  /** By version or alias. */
  readonly provisionedConcurrency: Map<string, ProvisionedConcurrencyRecord>
  /** Of functions on managed instances, by version. */
  readonly scalingConfigs: Map<string, ScalingRecord>
  /** The number that the next published version gets; never given twice. */
  nextVersion: number
  reservedConcurrency?: number | undefined
  /** The runtime was not chosen by anybody: it may follow the handler's style. */
  runtimeByDefault?: boolean | undefined
}
