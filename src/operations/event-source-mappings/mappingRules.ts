import { invalidParameter } from '../../errors/invalidParameter'
import type { ServiceError } from '../../errors/serviceError'
import type { CreateEventSourceMappingRequest, DestinationConfig } from '../../model/api'
import type { EventSource, EventSourceKind, MappingSettings } from '../../state/eventSourceMappingRecord'
import { isFilterPattern } from '../../state/filterPattern'
import type { RegionState } from '../../state/regionState'
import { isQueue } from './eventSource'
import type { MappingChanges } from './mappingSettings'

const streams: readonly EventSourceKind[] = ['kinesis', 'dynamodb']
const queues: readonly EventSourceKind[] = ['sqs', 'sqsFifo']
const clusters: readonly EventSourceKind[] = ['kafka', 'selfManagedKafka']

/** Members that only some kinds of sources have, as the API page says of each; DestinationConfig's text is recorded for all of them. */
const onlyFor: Readonly<Partial<Record<keyof CreateEventSourceMappingRequest, readonly EventSourceKind[]>>> = {
  ParallelizationFactor: streams,
  TumblingWindowInSeconds: streams,
  MaximumRecordAgeInSeconds: [...streams, ...clusters],
  MaximumRetryAttempts: [...streams, ...clusters],
  BisectBatchOnFunctionError: [...streams, ...clusters],
  DestinationConfig: [...streams, ...clusters],
  FunctionResponseTypes: [...streams, ...queues, ...clusters],
  MaximumBatchingWindowInSeconds: [...streams, 'sqs', ...clusters, 'mq', 'documentdb'],
  ScalingConfig: queues,
  ProvisionedPollerConfig: [...queues, ...clusters],
  LoggingConfig: clusters,
  Topics: clusters,
  Queues: ['mq'],
  SourceAccessConfigurations: [...clusters, 'mq', 'documentdb'],
  AmazonManagedKafkaEventSourceConfig: ['kafka'],
  SelfManagedKafkaEventSourceConfig: ['selfManagedKafka'],
  DocumentDBEventSourceConfig: ['documentdb'],
}

/** A mapping never sends what was processed anywhere, whatever its source; this is refused before all else (recorded). */
export function requireNoSuccessDestination(config: DestinationConfig | undefined): void {
  if (config?.OnSuccess?.Destination) throw unsupported('DestinationConfig')
}

/** Refuses members that the kind of source does not have; an empty one counts as left out. */
export function requireSupported(kind: EventSourceKind, input: CreateEventSourceMappingRequest | MappingChanges): void {
  for (const [member, value] of Object.entries(input) as [keyof CreateEventSourceMappingRequest, unknown][]) {
    const kinds = onlyFor[member]
    if (kinds && !kinds.includes(kind) && !isEmpty(value)) throw unsupported(member)
  }
}

/** Members that a kind of source cannot do without; the text is recorded for self-managed Kafka's sourceAccessConfigurations. */
export function requireCompanions({ kind, topics, queues: named }: EventSource, settings: MappingSettings): void {
  if (clusters.includes(kind) && topics === undefined) throw missing('topics')
  if (kind !== 'mq' && kind !== 'documentdb') return
  if (kind === 'mq' && named === undefined) throw missing('queues')
  if (settings.sourceAccessConfigurations === undefined) throw missing('sourceAccessConfigurations')
  if (kind === 'documentdb' && settings.documentDb?.DatabaseName === undefined) throw missing('documentDBEventSourceConfig')
}

/**
 * What settings have to be like together. Texts besides those of the batching window and the pattern are not recorded.
 * Refuses in this order: the batch, the window, the age of records, the concurrency, the pollers, the destination, the filters.
 */
export function requireValidSettings(kind: EventSourceKind, settings: MappingSettings): void {
  if (kind === 'sqsFifo' && settings.batchSize > 10) throw invalidParameter('Maximum batch size for FIFO queues is 10.')
  if (isQueue(kind) && settings.batchSize > 10 && !settings.batchingWindow) {
    throw invalidParameter('Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10')
  }
  const { maximumRecordAge = -1, maximumConcurrency, provisionedPollers } = settings
  if (maximumRecordAge !== -1 && maximumRecordAge < 60) {
    throw invalidParameter('MaximumRecordAgeInSeconds must be -1 or between 60 and 604800.')
  }
  if (maximumConcurrency !== undefined && provisionedPollers !== undefined) {
    throw invalidParameter('ScalingConfig and ProvisionedPollerConfig cannot be used together.')
  }
  requirePollers(kind, provisionedPollers)
  requireFailureDestination(settings.onFailure)
  requireFilters(settings.filters)
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_ProvisionedPollerConfig.html */
function requirePollers(kind: EventSourceKind, config: MappingSettings['provisionedPollers']): void {
  const { MinimumPollers: least, MaximumPollers: most, PollerGroupName: group } = config ?? {}
  const [fewest, greatest] = isQueue(kind) ? [2, 10_000] : [1, 2_000]
  for (const [member, value] of Object.entries({ MinimumPollers: least, MaximumPollers: most })) {
    if (value !== undefined && (value < fewest || value > greatest)) {
      throw invalidParameter(`${member} must be between ${fewest} and ${greatest} for given event source mapping type.`)
    }
  }
  if (group && isQueue(kind)) throw unsupported('PollerGroupName')
}

/** A queue, a topic, a bucket or a topic of Kafka's. https://docs.aws.amazon.com/lambda/latest/api/API_OnFailure.html */
function requireFailureDestination(arn: string | undefined): void {
  if (arn === undefined || /^kafka:|^arn:[^:]*:(sqs|sns|s3):/.test(arn)) return
  throw invalidParameter(`The destination ARN ${arn} is invalid.`)
}

/**
 * A message has to stay hidden for as long as the function may be at work on it. Nothing is known of a queue that was not declared.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
export function requireVisibilityTimeout({ eventSources }: RegionState, { arn }: EventSource, timeout: number): void {
  const queue = arn === undefined ? undefined : eventSources.get(arn)
  if (queue?.shape !== 'queue' || !queue.isDeclared) return
  const { visibilityTimeout } = queue.settings
  if (visibilityTimeout >= timeout) return
  throw invalidParameter(
    `Queue visibility timeout: ${visibilityTimeout} seconds is less than Function timeout: ${timeout} seconds`,
  )
}

/** AWS's quota, which it raises to 10 on request. */
const mostFilters = 5

function requireFilters(filters: readonly string[]): void {
  if (filters.length > mostFilters) throw invalidParameter(`The maximum number of filters is ${mostFilters}.`)
  if (!filters.every(isFilterPattern)) throw invalidParameter('Invalid filter pattern definition.')
}

export function unsupported(member: string): ServiceError {
  return invalidParameter(`Unsupported ${member} parameter for given event source mapping type.`)
}

function missing(member: string) {
  return invalidParameter(`Required '${member}' parameter is missing.`)
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined || value === null || value === ''
  return Object.values(value).every(isEmpty)
}
