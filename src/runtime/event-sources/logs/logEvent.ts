import type { EventSourceMappingRecord } from '../../../state/eventSourceMappingRecord'
import type { LogItem, LogRecord, LogShard, LogWindow } from '../../../state/logRecord'

/** What a batch is made of. */
export interface LogBatch {
  readonly source: LogRecord
  readonly shard: LogShard
  readonly mapping: EventSourceMappingRecord
  readonly items: readonly LogItem[]
  /** The function's role: Kinesis names it. */
  readonly role: string
  /** Brokers mark what they deliver again. */
  readonly isRedelivered: boolean
  readonly window: (LogWindow & { readonly closes: 'atEnd' | 'early' | undefined }) | undefined
}

/** The event of a batch as JSON, in the form of its kind of source. */
export function logEvent(batch: LogBatch): string {
  const { source, mapping, items } = batch
  const arn = JSON.stringify(source.arn)
  switch (source.type) {
    case 'kinesis': {
      const tail = `,"invokeIdentityArn":${JSON.stringify(batch.role)},"awsRegion":"${regionOf(source)}","eventSourceARN":${arn}}`
      return streamEvent(
        batch,
        list(items, ({ text }) => `${text.slice(0, -1)}${tail}`),
      )
    }
    case 'dynamodb':
      return streamEvent(batch, list(items, textOf))
    case 'kafka':
    case 'selfManagedKafka': {
      const from =
        source.type === 'kafka' ? `"eventSource":"aws:kafka","eventSourceArn":${arn}` : '"eventSource":"SelfManagedKafka"'
      const servers = JSON.stringify(String(source.settings.bootstrapServers ?? mapping.source.bootstrapServers.join(',')))
      return `{${from},"bootstrapServers":${servers},"records":${groups(items, partitionOf)}}`
    }
    case 'activemq':
      return `{"eventSource":"aws:mq","eventSourceArn":${arn},"messages":${list(items, (item) => delivered(item, batch))}}`
    case 'rabbitmq':
      return `{"eventSource":"aws:rmq","eventSourceArn":${arn},"rmqMessagesByQueue":${groups(
        items,
        ({ channel }) => `${channel}::/`,
        (item) => delivered(item, batch),
      )}}`
    case 'documentdb':
      return `{"eventSourceArn":${arn},"events":${list(items, ({ text }) => `{"event":${text}}`)},"eventSource":"aws:docdb"}`
  }
}

/** With a tumbling window, what the function has carried over and where the window stands come along (AWS's example event). */
function streamEvent({ source, shard, window }: LogBatch, records: string): string {
  if (window === undefined) return `{"Records":${records}}`
  const { start, end, state, closes } = window
  const about = {
    window: { start: seconds(start), end: seconds(end) },
    shardId: shard.id,
    eventSourceARN: source.arn,
    isFinalInvokeForWindow: closes !== undefined,
    isWindowTerminatedEarly: closes === 'early',
  }
  return `{"Records":${records},"state":${state},${JSON.stringify(about).slice(1)}`
}

/** `2026-01-31T12:00:00Z` */
function seconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

function delivered({ text }: LogItem, { isRedelivered }: LogBatch): string {
  return isRedelivered ? text.replace('"redelivered":false', '"redelivered":true') : text
}

/** `orders-0` of the record with offset 7 in it, whose id is `orders-0:7`. */
export function partitionOf({ id }: LogItem): string {
  return id.slice(0, id.lastIndexOf(':'))
}

function list(items: readonly LogItem[], write: (item: LogItem) => string): string {
  return `[${items.map(write).join(',')}]`
}

function groups(items: readonly LogItem[], nameOf: (item: LogItem) => string, write: (item: LogItem) => string = textOf): string {
  const byName = new Map<string, string[]>()
  for (const item of items) {
    const name = nameOf(item)
    const texts = byName.get(name)
    if (texts === undefined) byName.set(name, [write(item)])
    else texts.push(write(item))
  }
  return `{${[...byName].map(([name, texts]) => `${JSON.stringify(name)}:[${texts.join(',')}]`).join(',')}}`
}

function textOf({ text }: LogItem): string {
  return text
}

function regionOf({ arn }: LogRecord): string {
  return arn.split(':')[3]!
}
