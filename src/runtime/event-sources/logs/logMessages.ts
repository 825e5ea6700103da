import type { EventSourceMappingRecord } from '../../../state/eventSourceMappingRecord'
import type { LogItem, LogRecord } from '../../../state/logRecord'
import type { EndedRecord, EndState } from '../../../state/sourceHistory'
import type { SourceMessage, SourceMessages } from '../sourceMessages'
import { concerns } from './shardProgress'

/**
 * What is in a log and what has been, for those who look: what is unread and in work for each of its mappings, and everything for as
 * long as there are none.
 */
export function logMessages(source: LogRecord, mappings: readonly EventSourceMappingRecord[]): SourceMessages {
  const unread: LogItem[] = []
  const inFlight: SourceMessage[] = []
  for (const shard of source.shards.values()) {
    if (mappings.length === 0) unread.push(...shard.items)
    for (const mapping of mappings) {
      const progress = source.progress.get(mapping.uuid)?.get(shard.id)
      const next = Math.max(0, (progress?.next ?? shard.gone) - shard.gone)
      for (const { pending, todo } of progress?.lanes ?? []) {
        unread.push(...pending)
        const functionName = mapping.functionArn.split(':')[6]
        for (const { items, runs } of todo)
          inFlight.push(...items.map((item) => itemMessage(source, item, { attempts: runs, functionName })))
      }
      unread.push(...shard.items.slice(next).filter((item) => concerns(mapping, source, item)))
    }
  }
  const ended = (how: EndState) =>
    source.history.ended.filter((end) => end.how === how).map((end) => itemMessage(source, end.item, end))
  return {
    visible: unread.map((item) => itemMessage(source, item)),
    delayed: [],
    inFlight,
    done: ended('done'),
    dead: [],
    onFailure: ended('onFailure'),
    discarded: ended('discarded'),
  }
}

/** A record of a log, with its end if it had one. */
export function itemMessage(source: LogRecord, item: LogItem, about: Partial<EndedRecord<LogItem>> = {}): SourceMessage {
  const record = JSON.parse(item.text) as object
  const from = source.type === 'kinesis' ? { awsRegion: source.arn.split(':')[3], eventSourceARN: source.arn } : {}
  return {
    id: item.id,
    data: JSON.parse(item.decoded) as unknown,
    record: { ...record, ...from },
    attempts: about.attempts ?? 0,
    functionName: about.functionName,
    reason: about.reason,
    at: about.at ?? item.at,
  }
}
