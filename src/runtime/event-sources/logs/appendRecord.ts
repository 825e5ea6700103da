import type { LogItem, LogRecord, LogShard } from '../../../state/logRecord'
import type { RuntimeHouse } from '../../invocation'
import { activeMqItem, documentItem, kafkaItem, rabbitMqItem } from '../records/clusterItem'
import { kinesisItem, tableItem, type PlacedItem } from '../records/streamItem'
import type { LogRequest } from './logRequest'
import { trimShard } from './shardProgress'

/** Puts what a producer writes at the end of its shard; a broker's queue begins with its first message. */
export function appendRecord(source: LogRecord, request: LogRequest, house: RuntimeHouse): LogItem {
  const { shard: id, item } = newItem(source, request, house)
  let shard: LogShard | undefined = source.shards.get(id)
  if (shard === undefined) source.shards.set(id, (shard = { id, items: [], gone: 0 }))
  trimShard(source, shard, item.at)
  shard.items.push(item)
  return item
}

function newItem(source: LogRecord, request: LogRequest, house: RuntimeHouse): PlacedItem {
  switch (request.kind) {
    case 'kinesis':
      return kinesisItem(source, request, house)
    case 'dynamodb':
      return tableItem(source, request, house)
    case 'kafka':
      return kafkaItem(source, request, house)
    case 'activemq':
      return activeMqItem(source, request, house)
    case 'rabbitmq':
      return rabbitMqItem(source, request, house)
    case 'documentdb':
      return documentItem(source, request, house)
  }
}
