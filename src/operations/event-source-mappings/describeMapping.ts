import type { EventSourceMappingConfiguration } from '../../model/api'
import type { EventSourceMappingRecord, MappingSettings } from '../../state/eventSourceMappingRecord'
import { isQueue, isStream } from './eventSource'

/** A mapping as the API shows it; which settings show depends on the kind of source (recorded). */
export function describeMapping(mapping: EventSourceMappingRecord): EventSourceMappingConfiguration {
  const { source, settings } = mapping
  const stream = isStream(source.kind)
  return {
    UUID: mapping.uuid,
    EventSourceMappingArn: mapping.arn,
    FunctionArn: mapping.functionArn,
    EventSourceArn: source.arn,
    SelfManagedEventSource:
      source.arn === undefined ? { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: source.bootstrapServers } } : undefined,
    Topics: source.topics,
    Queues: source.queues,
    StartingPosition: source.startingPosition,
    StartingPositionTimestamp: source.startingPositionTimestamp,
    State: mapping.state,
    StateTransitionReason: stream ? 'User action' : 'USER_INITIATED',
    LastModified: new Date(mapping.lastModified),
    LastProcessingResult: isQueue(source.kind) ? undefined : (mapping.lastProcessingResult ?? 'No records processed'),
    DestinationConfig: stream || settings.onFailure !== undefined ? destinations(settings) : undefined,
    FunctionResponseTypes: responseTypes(settings, stream || isQueue(source.kind)),
    AmazonManagedKafkaEventSourceConfig: source.kind === 'kafka' ? consumer(settings) : undefined,
    SelfManagedKafkaEventSourceConfig:
      source.kind === 'selfManagedKafka' ? { ...consumer(settings), ConsumptionMode: source.consumptionMode } : undefined,
    ...plainSettings(settings),
  }
}

function destinations({ onFailure }: MappingSettings) {
  return { OnFailure: onFailure === undefined ? {} : { Destination: onFailure } }
}

function responseTypes({ reportBatchItemFailures }: MappingSettings, always: boolean) {
  if (reportBatchItemFailures) return ['ReportBatchItemFailures'] as const
  return always ? [] : undefined
}

function consumer({ consumerGroupId, schemaRegistryConfig }: MappingSettings) {
  return { ConsumerGroupId: consumerGroupId, SchemaRegistryConfig: schemaRegistryConfig }
}

function plainSettings(settings: MappingSettings): EventSourceMappingConfiguration {
  const { filters, maximumConcurrency } = settings
  return {
    BatchSize: settings.batchSize,
    MaximumBatchingWindowInSeconds: settings.batchingWindow,
    ParallelizationFactor: settings.parallelizationFactor,
    MaximumRecordAgeInSeconds: settings.maximumRecordAge,
    BisectBatchOnFunctionError: settings.bisectBatch,
    MaximumRetryAttempts: settings.maximumRetryAttempts,
    TumblingWindowInSeconds: settings.tumblingWindow,
    // An empty list of filters does not show (recorded).
    FilterCriteria: filters.length === 0 ? undefined : { Filters: filters.map((Pattern) => ({ Pattern })) },
    ScalingConfig: maximumConcurrency === undefined ? undefined : { MaximumConcurrency: maximumConcurrency },
    SourceAccessConfigurations: settings.sourceAccessConfigurations,
    DocumentDBEventSourceConfig: settings.documentDb,
    ProvisionedPollerConfig: settings.provisionedPollers,
    MetricsConfig: settings.metricsConfig,
    LoggingConfig: settings.loggingConfig,
    KMSKeyArn: settings.kmsKeyArn,
  }
}

/**
 * A mapping as the list shows it: without its filters if they are encrypted by a key of the account's.
 * https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html
 */
export function describeMappingInList(mapping: EventSourceMappingRecord): EventSourceMappingConfiguration {
  const described = describeMapping(mapping)
  return mapping.settings.kmsKeyArn === undefined ? described : { ...described, FilterCriteria: undefined }
}
