import type { EventSourceMappingRecord } from '../../state/eventSourceMappingRecord'
import type { EventSourceRecord } from '../../state/eventSourceRecord'
import type { QueueRecord } from '../../state/queueRecord'
import type { RegionState } from '../../state/regionState'
import { completeTransitions } from '../../state/transitions'
import type { RuntimeHouse } from '../invocation'
import type { EventSources } from './eventSources'
import { createLiveQueue, type LiveQueue } from './queues/liveQueue'
import { newMessage } from './queues/newMessage'
import { messageOf, queueMessages } from './queues/queueMessages'
import { createQueueReader, type QueueReader } from './queues/queueReader'

/** @param house asked when there is something to do: it holds what this makes */
export function createEventSources(house: () => RuntimeHouse): EventSources {
  const queues = new WeakMap<QueueRecord, LiveQueue>()
  const readers = new WeakMap<EventSourceMappingRecord, QueueReader>()

  function liveQueueOf(record: QueueRecord, region: RegionState): LiveQueue {
    let live = queues.get(record)
    if (live === undefined) {
      const wake = () => wakeReaders(record, region)
      queues.set(record, (live = createLiveQueue(record, { region, house: house(), wake, liveQueueOf })))
    }
    return live
  }

  function wakeReaders(source: EventSourceRecord, region: RegionState): void {
    for (const mapping of region.eventSourceMappings.values()) {
      if (mapping.source.arn === source.arn) readerOf(mapping, source, region)?.wake()
    }
  }

  function readerOf(mapping: EventSourceMappingRecord, source: EventSourceRecord, region: RegionState): QueueReader | undefined {
    let reader = readers.get(mapping)
    if (reader === undefined && source.shape === 'queue') {
      const isReading = () => isAtWork(mapping, region)
      const queue = liveQueueOf(source, region)
      readers.set(mapping, (reader = createQueueReader({ region, mapping, queue, house: house(), isReading })))
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
      const { message, isDuplicate } = newMessage(queue, request, house())
      if (!isDuplicate) liveQueueOf(queue, region).put(message)
      return messageOf(queue, message)
    },
    mappingChanged(region, mapping, at) {
      const source = region.eventSources.get(mapping.source.arn ?? '')
      if (source === undefined) return
      if (source.shape === 'queue') liveQueueOf(source, region).expectHidden()
      house().clock.schedule(at, () => readerOf(mapping, source, region)?.wake())
    },
    view(source) {
      const now = house().clock.now()
      const messages = queueMessages(source as QueueRecord, now)
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
