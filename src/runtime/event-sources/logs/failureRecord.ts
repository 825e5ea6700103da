import type { EventSourceMappingRecord } from '../../../state/eventSourceMappingRecord'
import type { LogItem, LogRecord, LogSegment, LogShard } from '../../../state/logRecord'
import type { DeliveryEntry } from '../../destinations/delivery'
import type { RuntimeHouse } from '../../invocation'
import { serviceOf } from '../../destinations/envelope'
import type { StreamCondition } from '../streamCondition'
import { partitionOf } from './logEvent'

/** Records that were given up, and by whom. */
export interface GivenUp {
  readonly source: LogRecord
  readonly shard: LogShard
  readonly mapping: EventSourceMappingRecord
  readonly items: readonly LogItem[]
  readonly condition: StreamCondition
  readonly segment: Pick<LogSegment, 'runs' | 'lastRun'>
  /** JSON of the event that the function would have got. */
  readonly event: string
}

/**
 * What goes to the failure destination of a stream's mapping: where the records are, not the records themselves; a bucket gets them
 * as well (recorded).
 * https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
 */
export function failureDelivery(destination: string, given: GivenUp, { clock, ids }: RuntimeHouse): DeliveryEntry {
  const { mapping, shard, condition, segment, event } = given
  const { lastRun } = segment
  const time = new Date(clock.now()).toISOString()
  const requestId = lastRun?.requestId ?? ids.uuid()
  const functionArn = mapping.functionArn.split(':').slice(0, 7).join(':')
  const record = {
    requestContext: { requestId, functionArn, condition, approximateInvokeCount: segment.runs },
    ...(lastRun && {
      responseContext: { statusCode: 200, executedVersion: lastRun.executedVersion, functionError: lastRun.functionError },
    }),
    version: '1.0',
    timestamp: time,
    ...batchInfo(given),
  }
  const toBucket = serviceOf(destination) === 's3'
  const recordText = JSON.stringify(toBucket ? { ...record, payload: JSON.parse(event) as unknown } : record)
  const day = time.slice(0, 10).replaceAll('-', '/')
  const key = `aws/lambda/${mapping.uuid}/${shard.id}/${day}/${time.slice(0, 19).replaceAll(':', '.')}-${ids.uuid()}`
  return {
    arn: destination,
    kind: 'destination',
    condition,
    functionName: functionArn.split(':')[6]!,
    requestId,
    recordText,
    // Lambda follows no chains through streams.
    traceHeader: undefined,
    body: recordText,
    attributes: {},
    key: toBucket ? key : undefined,
    at: clock.now(),
    error: undefined,
    isMistake: false,
  }
}

function batchInfo({ source, shard, mapping, items, event }: GivenUp): object {
  const [first, last] = [items[0]!, items.at(-1)!]
  if (source.type === 'kinesis' || source.type === 'dynamodb') {
    return {
      [source.type === 'kinesis' ? 'KinesisBatchInfo' : 'DDBStreamBatchInfo']: {
        shardId: shard.id,
        startSequenceNumber: first.id,
        endSequenceNumber: last.id,
        approximateArrivalOfFirstRecord: new Date(first.at).toISOString(),
        approximateArrivalOfLastRecord: new Date(last.at).toISOString(),
        batchSize: items.length,
        streamArn: source.arn,
      },
    }
  }
  // Documented for Kafka, not recorded.
  return {
    KafkaBatchInfo: {
      batchSize: items.length,
      eventSourceArn: mapping.source.arn,
      bootstrapServers: source.settings.bootstrapServers ?? mapping.source.bootstrapServers.join(','),
      payloadSize: Buffer.byteLength(event),
      recordInfo: Object.fromEntries(
        [...new Set(items.map(partitionOf))].map((partition) => {
          const offsets = items
            .filter((item) => partitionOf(item) === partition)
            .map(({ id }) => Number(id.slice(partition.length + 1)))
          return [partition, { batchSize: offsets.length, startOffset: offsets[0], endOffset: offsets.at(-1) }]
        }),
      ),
    },
  }
}
