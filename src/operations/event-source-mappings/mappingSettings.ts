import type { UpdateEventSourceMappingRequest } from '../../model/api'
import type { EventSource, MappingSettings } from '../../state/eventSourceMappingRecord'
import { isKafka, isQueue, isStream } from './eventSource'

/** The members that both creation and update take. */
export type MappingChanges = Omit<UpdateEventSourceMappingRequest, 'UUID' | 'FunctionName' | 'Enabled'>

/** AWS's defaults for a kind of source (recorded for SQS, DynamoDB streams and self-managed Kafka). */
export function defaultSettings({ kind, consumptionMode }: EventSource, uuid: string): MappingSettings {
  const stream = isStream(kind)
  return {
    batchSize: isQueue(kind) ? 10 : 100,
    batchingWindow: stream || isQueue(kind) ? 0 : undefined,
    parallelizationFactor: stream ? 1 : undefined,
    maximumRecordAge: stream ? -1 : undefined,
    bisectBatch: stream ? false : undefined,
    // What a share group gives up, the cluster hands out again (the API page; not recorded).
    maximumRetryAttempts: stream ? -1 : consumptionMode === 'Queue' ? 0 : undefined,
    tumblingWindow: stream ? 0 : undefined,
    reportBatchItemFailures: false,
    filters: [],
    consumerGroupId: isKafka(kind) ? uuid : undefined,
  }
}

/** Settings with a caller's members put over them: what is left out stays, what is given empty goes. */
export function changedSettings(old: MappingSettings, changes: MappingChanges): MappingSettings {
  const kafka = changes.SelfManagedKafkaEventSourceConfig ?? changes.AmazonManagedKafkaEventSourceConfig
  return {
    batchSize: changes.BatchSize ?? old.batchSize,
    batchingWindow: changes.MaximumBatchingWindowInSeconds ?? old.batchingWindow,
    parallelizationFactor: changes.ParallelizationFactor ?? old.parallelizationFactor,
    onFailure: changes.DestinationConfig ? changes.DestinationConfig.OnFailure?.Destination || undefined : old.onFailure,
    maximumRecordAge: changes.MaximumRecordAgeInSeconds ?? old.maximumRecordAge,
    bisectBatch: changes.BisectBatchOnFunctionError ?? old.bisectBatch,
    maximumRetryAttempts: changes.MaximumRetryAttempts ?? old.maximumRetryAttempts,
    tumblingWindow: changes.TumblingWindowInSeconds ?? old.tumblingWindow,
    reportBatchItemFailures: changes.FunctionResponseTypes
      ? changes.FunctionResponseTypes.includes('ReportBatchItemFailures')
      : old.reportBatchItemFailures,
    filters: changes.FilterCriteria ? (changes.FilterCriteria.Filters ?? []).map(({ Pattern = '' }) => Pattern) : old.filters,
    maximumConcurrency: changes.ScalingConfig ? changes.ScalingConfig.MaximumConcurrency : old.maximumConcurrency,
    consumerGroupId: kafka?.ConsumerGroupId ?? old.consumerGroupId,
    schemaRegistryConfig: kafka?.SchemaRegistryConfig ? nonEmpty(kafka.SchemaRegistryConfig) : old.schemaRegistryConfig,
    sourceAccessConfigurations: changedAccess(old.sourceAccessConfigurations, changes.SourceAccessConfigurations),
    documentDb: changes.DocumentDBEventSourceConfig ?? old.documentDb,
    provisionedPollers: changes.ProvisionedPollerConfig ? nonEmpty(changes.ProvisionedPollerConfig) : old.provisionedPollers,
    metricsConfig: changes.MetricsConfig ?? old.metricsConfig,
    loggingConfig: changes.LoggingConfig ?? old.loggingConfig,
    kmsKeyArn: changes.KMSKeyArn === undefined ? old.kmsKeyArn : changes.KMSKeyArn || undefined,
  }
}

function nonEmpty<Config extends object>(config: Config): Config | undefined {
  return Object.keys(config).length === 0 ? undefined : config
}

/** The virtual host of RabbitMQ is chosen at creation: no update can name it, so none takes it away (not recorded). */
function changedAccess(old: Access, changes: Access): Access {
  const hosts = old?.filter(({ Type }) => Type === 'VIRTUAL_HOST') ?? []
  return changes ? [...changes, ...hosts] : old
}

type Access = MappingSettings['sourceAccessConfigurations']
