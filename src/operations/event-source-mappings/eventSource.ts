import { invalidParameter } from '../../errors/invalidParameter'
import type { CreateEventSourceMappingRequest } from '../../model/api'
import type { EventSource, EventSourceKind } from '../../state/eventSourceMappingRecord'

/** Kinds by what their ARNs say: the service, and how its resource begins. */
const forms: readonly (readonly [kind: EventSourceKind, service: string, resource: RegExp])[] = [
  ['kinesis', 'kinesis', /^stream\/[^/]+(\/consumer\/.+)?$/],
  ['dynamodb', 'dynamodb', /^table\/[^/]+\/stream\/.+/],
  ['sqsFifo', 'sqs', /\.fifo$/],
  ['sqs', 'sqs', /./],
  // A cluster of another account is reached by a VPC connection.
  ['kafka', 'kafka', /^(cluster|vpc-connection)\//],
  ['mq', 'mq', /^broker:/],
  ['documentdb', 'rds', /^cluster:/],
]

/**
 * Where a new mapping reads from.
 * Refuses in this order: self-managed Kafka without its secrets, a source that Lambda cannot read, a starting position that does not
 * suit it. Nothing is asked of the source itself: every queue, stream and cluster counts as existing.
 */
export function readEventSource(input: CreateEventSourceMappingRequest): EventSource {
  const arn = input.EventSourceArn
  const kind = kindOf(input)
  const bootstrapServers = input.SelfManagedEventSource?.Endpoints?.KAFKA_BOOTSTRAP_SERVERS ?? []
  requireStartingPosition(kind, input)
  const consumptionMode = kind === 'selfManagedKafka' ? input.SelfManagedKafkaEventSourceConfig?.ConsumptionMode : undefined
  const hasPosition = (isKafka(kind) || kind === 'documentdb') && consumptionMode !== 'Queue'
  return {
    kind,
    arn,
    bootstrapServers,
    topics: input.Topics,
    queues: input.Queues,
    // Recorded for self-managed Kafka; the others that have a position follow it.
    startingPosition: input.StartingPosition ?? (hasPosition ? 'TRIM_HORIZON' : undefined),
    startingPositionTimestamp: input.StartingPositionTimestamp,
    consumptionMode,
  }
}

function kindOf({ EventSourceArn: arn, SelfManagedEventSource, SourceAccessConfigurations }: CreateEventSourceMappingRequest) {
  if (SelfManagedEventSource !== undefined) {
    if (SourceAccessConfigurations === undefined)
      throw invalidParameter(`Required 'sourceAccessConfigurations' parameter is missing.`)
    return 'selfManagedKafka'
  }
  const [, , service, , , ...rest] = (arn ?? '').split(':')
  const form = forms.find(([, itsService, resource]) => itsService === service && resource.test(rest.join(':')))
  if (form === undefined) throw invalidParameter('Unrecognized event source.')
  return form[0]
}

export function isStream(kind: EventSourceKind): boolean {
  return kind === 'kinesis' || kind === 'dynamodb'
}

export function isQueue(kind: EventSourceKind): boolean {
  return kind === 'sqs' || kind === 'sqsFifo'
}

export function isKafka(kind: EventSourceKind): boolean {
  return kind === 'kafka' || kind === 'selfManagedKafka'
}

function requireStartingPosition(kind: EventSourceKind, input: CreateEventSourceMappingRequest): void {
  const { StartingPosition: position, StartingPositionTimestamp: timestamp, EventSourceArn: arn } = input
  if (position === undefined) {
    if (isStream(kind)) throw missing('startingPosition')
    return
  }
  if (isQueue(kind)) throw invalidParameter('StartingPosition is not valid for SQS event sources.')
  if (position !== 'AT_TIMESTAMP') return
  if (kind === 'dynamodb' || kind === 'mq') throw invalidParameter(`Unsupported starting position for arn type: ${arn}`)
  // That it may not lie in the future is not asked: time may stand still here, and `new Date()` of the caller's go on.
  if (timestamp === undefined) throw missing('startingPositionTimestamp')
}

/** AWS words it as a validation, but it is none (recorded for startingPosition). */
function missing(path: string) {
  return invalidParameter(
    `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null.`,
  )
}
