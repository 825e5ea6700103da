import type { CreateFunctionRequest, VpcConfigResponse } from '../model/api'
import type { EventInvokeRecord } from './eventInvokeRecord'
import type { FunctionUrlRecord } from './functionUrlRecord'
import type { PolicyRecord } from './policyRecord'
import type { ProvisionedConcurrencyRecord } from './provisionedConcurrencyRecord'
import type { ScalingRecord } from './scalingRecord'

/** Code in a bucket. */
export interface S3Reference {
  readonly bucket: string
  readonly key: string
  readonly version?: string | undefined
  /** 'REFERENCE': Lambda keeps no copy of the object. */
  readonly mode?: 'COPY' | 'REFERENCE' | undefined
}

/** A function's code: what AWS would keep, and what stands for it in this process. */
export interface CodeRecord {
  readonly sha256: string
  readonly size: number
  /** The archive, if it was uploaded or its object is known. */
  readonly zip?: Uint8Array | undefined
  /** What the archive takes up unpacked. */
  readonly unzippedSize?: number | undefined
  /** The archive carries a signature of AWS Signer's. */
  readonly isSigned?: boolean | undefined
  /** The S3 object the code was taken from, if it was given by reference. */
  readonly s3?: S3Reference | undefined
  readonly imageUri?: string | undefined
  /** The key that the archive is encrypted with. */
  readonly kmsKeyArn?: string | undefined
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
  /** It had a handler, which was lost with the process it was in: the next one that is given by the function's name is for it too. */
  readonly lostHandler?: true | undefined
}

/** A layer version that a function has: it stays when the layer version is deleted. */
export interface AttachedLayer {
  /** With the version. */
  readonly arn: string
  readonly codeSize: number
  /** What it takes up unpacked; unknown for a layer of another account. */
  readonly unzippedSize?: number | undefined
  /** The archive, if the double has it. */
  readonly zip?: Uint8Array | undefined
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
  readonly layers: readonly AttachedLayer[]
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
  readonly state: 'Pending' | 'Active' | 'Inactive' | 'Failed' | 'Deactivating' | 'Deactivated'
  readonly reason?: string | undefined
  readonly reasonCode?: 'Creating' | 'Idle' | 'Restoring' | undefined
}

/** How the last update of a version went; absent until a new function has become active. */
export interface UpdateRecord {
  readonly status: 'Successful' | 'Failed' | 'InProgress'
  readonly reason?: string | undefined
  readonly reasonCode?: string | undefined
}

/** How the runtime of a version is kept up to date. */
export interface RuntimeManagementRecord {
  readonly updateOn: 'Auto' | 'FunctionUpdate' | 'Manual'
  /** The one to stay with, if it is chosen by hand. */
  readonly runtimeVersionArn?: string | undefined
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
  /** When a newer patch of the runtime is taken over; AWS decides unless somebody chose. */
  runtimeManagement?: RuntimeManagementRecord | undefined
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
  /** By the ARN that they protect: the function's own, or that of a version or alias. */
  readonly policies: Map<string, PolicyRecord>
  /** The number that the next published version gets; never given twice. */
  nextVersion: number
  /** The version made last, and what $LATEST was then: without a change there is nothing to publish. */
  lastPublished?: { readonly version: string; readonly from: Pick<VersionRecord, 'configuration' | 'code' | 'body'> } | undefined
  /** 'Allow': an endless loop through queues, topics or functions is not cut off. */
  recursiveLoop?: 'Allow' | 'Terminate' | undefined
  reservedConcurrency?: number | undefined
  codeSigningConfigArn?: string | undefined
  /** The runtime was not chosen by anybody: it may follow the handler's style. */
  runtimeByDefault?: boolean | undefined
}
