import type { EventSourceMappingRecord } from '../../state/eventSourceMappingRecord'
import type { EventSourceRecord } from '../../state/eventSourceRecord'
import type { QueueRecord } from '../../state/queueRecord'
import type { RegionState } from '../../state/regionState'
import { completeTransitions } from '../../state/transitions'
import type { RuntimeHouse } from '../invocation'
import { traceHere } from '../trace/traceHere'
import type { EventSources } from './eventSources'
import { appendRecord } from './logs/appendRecord'
import { itemMessage, logMessages } from './logs/logMessages'
import { createLogReader, type LogReader } from './logs/logReader'
import { reads } from './reads'
import { createLiveQueue, type LiveQueue } from './queues/liveQueue'
import { newMessage } from './queues/newMessage'
import { messageOf, queueMessages } from './queues/queueMessages'
import { createQueueReader, type QueueReader } from './queues/queueReader'

type Reader = QueueReader & Partial<LogReader>

/** @param house asked when there is something to do: it holds what this makes */
export function createEventSources(house: () => RuntimeHouse): EventSources {
  const queues = new WeakMap<QueueRecord, LiveQueue>()
  const readers = new WeakMap<EventSourceMappingRecord, Reader>()

  function liveQueueOf(record: QueueRecord, region: RegionState): LiveQueue {
    let live = queues.get(record)
    if (live === undefined) {
      const wake = () => wakeReaders(record, region)
      queues.set(record, (live = createLiveQueue(record, { region, house: house(), wake, liveQueueOf })))
    }
    return live
  }

  function mappingsOf(source: EventSourceRecord, region: RegionState): EventSourceMappingRecord[] {
    return [...region.eventSourceMappings.values()].filter((mapping) => reads(mapping, source))
  }

  function wakeReaders(source: EventSourceRecord, region: RegionState): void {
    // What was replaced as a whole is read by nobody any more.
    if (region.eventSources.get(source.arn) !== source) return
    for (const mapping of mappingsOf(source, region)) readerOf(mapping, source, region).wake()
  }

  function readerOf(mapping: EventSourceMappingRecord, source: EventSourceRecord, region: RegionState): Reader {
    let reader = readers.get(mapping)
    if (reader === undefined) {
      const common = { region, mapping, house: house(), isReading: () => isAtWork(mapping, region) }
      reader =
        source.shape === 'queue'
          ? createQueueReader({ ...common, queue: liveQueueOf(source, region) })
          : createLogReader({ ...common, source })
      readers.set(mapping, reader)
    }
    return reader
  }

  function isAtWork(mapping: EventSourceMappingRecord, region: RegionState): boolean {
    const { settings, clock } = house()
    completeTransitions(region, settings.functionStates === 'settled' ? Infinity : clock.now())
    const { enabled, state, uuid } = mapping
    return enabled && (state === 'Enabled' || state === 'Updating') && region.eventSourceMappings.get(uuid) === mapping
  }

  return {
    sendMessage(region, queue, request) {
      // A handler that sends on goes on with its chain.
      const traceHeader = request.traceHeader ?? traceHere()
      const { message, isDuplicate } = newMessage(queue, { ...request, traceHeader }, house())
      if (!isDuplicate) liveQueueOf(queue, region).put(message)
      return messageOf(queue, message)
    },
    sendRecord(region, source, request) {
      // Whoever begins with the latest record begins with this one, unless it was there before.
      for (const mapping of mappingsOf(source, region)) readerOf(mapping, source, region).open?.()
      const item = appendRecord(source, request, house())
      wakeReaders(source, region)
      return itemMessage(source, item)
    },
    mappingChanged(region, mapping, at) {
      const find = () => [...region.eventSources.values()].find((each) => reads(mapping, each))
      const { clock } = house()
      const source = find()
      if (source?.shape === 'queue') liveQueueOf(source, region).expectHidden()
      if (source !== undefined) readerOf(mapping, source, region).open?.()
      // A source may be heard of before the mapping is at work.
      else if (at <= clock.now()) return
      clock.schedule(at, () => {
        const known = find()
        if (known !== undefined) readerOf(mapping, known, region).wake()
      })
    },
    view(region, source) {
      const now = house().clock.now()
      const messages = source.shape === 'queue' ? queueMessages(source, now) : logMessages(source, mappingsOf(source, region))
      return { arn: source.arn, messages, batches: source.history.batches.map((batch) => ({ ...batch })) }
    },
    resume(region) {
      for (const source of region.eventSources.values()) {
        if (source.shape === 'queue') liveQueueOf(source, region)
        wakeReaders(source, region)
      }
    },
  }
}
