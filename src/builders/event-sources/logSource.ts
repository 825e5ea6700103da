import type { LogRequest } from '../../runtime/event-sources/logs/logRequest'
import type { SourceBatch, SourceMessage, SourceMessages } from '../../runtime/event-sources/sourceMessages'
import { newLogRecord, type LogRecord } from '../../state/logRecord'
import type { Seed } from '../seed'
import type { LogForm } from './logForms'

/** A stream, a cluster's topics or a broker's queues: what `lambda.eventSource(arn)` returns for one. */
export interface LogSource<RecordInput = object> {
  readonly arn: string
  readonly type: LogRecord['type']
  /**
   * Writes a record, or several.
   * @example stream.send({ partitionKey: 'customer-7', data: { id: 7 } })
   */
  send(records: readonly RecordInput[]): SourceMessage[]
  send(record: RecordInput): SourceMessage
  /** Where its records are now, and how those ended that a mapping is done with. */
  messages(): SourceMessages
  /** What came of each batch, oldest first. */
  batches(): readonly SourceBatch[]
}

/** Finds the log in the region or makes it, with its settings. */
export function logSource(seed: Seed, arn: string, form: LogForm, settings: unknown): LogSource {
  const where = `lambda.eventSource('${arn}')`
  const shape = form.read(settings ?? {}, `lambda.eventSource('${arn}', settings)`)
  const find = (): LogRecord => {
    const { eventSources } = seed.region()
    const known = eventSources.get(arn)
    if (known?.shape === 'log') return known
    const made = newLogRecord({ arn, type: form.type, ...shape })
    eventSources.set(arn, made)
    return made
  }
  const there = find()
  if (settings !== undefined) change(there, shape)

  const request = (record: unknown, from: string): LogRequest => form.readRecord(find(), record, from)
  function send(given: readonly unknown[]): SourceMessage[]
  function send(given: unknown): SourceMessage
  function send(given: unknown): SourceMessage | SourceMessage[] {
    if (!Array.isArray(given)) return seed.eventSources.sendRecord(seed.region(), find(), request(given, `${where}.send(record)`))
    // All are looked at before the first is written.
    const requests = given.map((record, index) => request(record, `${where}.send(records)[${index}]`))
    return requests.map((each) => seed.eventSources.sendRecord(seed.region(), find(), each))
  }
  return {
    arn,
    type: form.type,
    send,
    messages: () => seed.eventSources.view(seed.region(), find()).messages,
    batches: () => seed.eventSources.view(seed.region(), find()).batches,
  }
}

/** Settings given to a source that is there already; the shards it has stay, and more are added. */
function change(source: LogRecord, { settings, retention, shards }: ReturnType<LogForm['read']>): void {
  source.settings = settings
  source.retention = retention
  for (const id of shards) if (!source.shards.has(id)) source.shards.set(id, { id, items: [], gone: 0 })
}
