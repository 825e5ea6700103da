import type { CreateEventSourceMappingRequest as Request } from '../model/api'

/** What a mapping reads from. `kafka` is a managed cluster, `selfManagedKafka` one that is known by its addresses only. */
export type EventSourceKind = 'kinesis' | 'dynamodb' | 'sqs' | 'sqsFifo' | 'kafka' | 'selfManagedKafka' | 'mq' | 'documentdb'

export type MappingState = 'Creating' | 'Enabling' | 'Enabled' | 'Disabling' | 'Disabled' | 'Updating' | 'Deleting'

/** Where a mapping reads from and what was chosen at its creation for good. */
export interface EventSource {
  readonly kind: EventSourceKind
  /** None for self-managed Kafka. */
  readonly arn?: string | undefined
  /** Addresses of a self-managed Kafka cluster. */
  readonly bootstrapServers: readonly string[]
  readonly topics?: readonly string[] | undefined
  readonly queues?: readonly string[] | undefined
  readonly startingPosition?: Request['StartingPosition']
  readonly startingPositionTimestamp?: Date | undefined
  /** Only of self-managed Kafka; Stream if nobody chose. */
  readonly consumptionMode?: NonNullable<Request['SelfManagedKafkaEventSourceConfig']>['ConsumptionMode']
}

/** How a mapping reads and hands over: AWS's defaults where nobody chose. What its kind of source does not have is undefined. */
export interface MappingSettings {
  readonly batchSize: number
  /** Seconds. */
  readonly batchingWindow?: number | undefined
  readonly parallelizationFactor?: number | undefined
  /** ARN for what could not be processed. */
  readonly onFailure?: string | undefined
  /** Seconds, -1 for ever. */
  readonly maximumRecordAge?: number | undefined
  readonly bisectBatch?: boolean | undefined
  /** -1 for ever. */
  readonly maximumRetryAttempts?: number | undefined
  /** Seconds. */
  readonly tumblingWindow?: number | undefined
  readonly reportBatchItemFailures: boolean
  /** Patterns as JSON; a record passes that fits one of them. None: all pass. */
  readonly filters: readonly string[]
  readonly maximumConcurrency?: number | undefined
  readonly consumerGroupId?: string | undefined
  readonly schemaRegistryConfig?: NonNullable<Request['AmazonManagedKafkaEventSourceConfig']>['SchemaRegistryConfig']
  readonly sourceAccessConfigurations?: Request['SourceAccessConfigurations']
  readonly documentDb?: Request['DocumentDBEventSourceConfig']
  readonly provisionedPollers?: Request['ProvisionedPollerConfig']
  readonly metricsConfig?: Request['MetricsConfig']
  readonly loggingConfig?: Request['LoggingConfig']
  readonly kmsKeyArn?: string | undefined
}

/** Where reading of a shard goes on: behind a record that has been read, or at a time, in epoch milliseconds. */
export type StreamPosition = { readonly after: string } | { readonly since: number }

/** A reader of a queue, stream or cluster that invokes a function with what it finds. */
export interface EventSourceMappingRecord {
  readonly uuid: string
  readonly arn: string
  readonly source: EventSource
  /** As the caller named it: with the version or alias, if one was named. The function may have been deleted since. */
  functionArn: string
  settings: MappingSettings
  /** What the mapping is, or will be once its transition is over. */
  enabled: boolean
  state: MappingState
  /** Epoch milliseconds. */
  lastModified: number
  /** As the API shows it: what the last batch came to. */
  lastProcessingResult?: string | undefined
  readonly tags: Map<string, string>
  /** How far it has got in a stream that is not the double's own, by shard; there are none before it has read anything. */
  positions?: Map<string, StreamPosition> | undefined
}
