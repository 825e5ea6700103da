import { acceptEvent } from '../../src/runtime/async/acceptEvent'
import type { EventRequest } from '../../src/runtime/async/asyncEvent'
import { toDelivery } from '../../src/runtime/destinations/delivery'
import type { EventInvokeRecord } from '../../src/state/eventInvokeRecord'
import type { FunctionRecord } from '../../src/state/functionRecord'
import { newRegionState } from '../../src/state/regionState'
import type { Settings } from '../../src/state/settings'
import { done, failed, letters } from './deliveries'
import { newRuntimeHouse, noon } from './runtime'

/** A region with a queue, and what came of its events. */
export function newQueue(settings: Partial<Settings> = {}) {
  const house = newRuntimeHouse(settings)
  const region = newRegionState('123456789012', 'us-east-1')
  let count = 0
  return {
    house,
    region,
    /** Puts an event in; the request ids are event-1, event-2 and so on. */
    send(fn: FunctionRecord, event: unknown = { id: 7 }, more: Partial<EventRequest> = {}): string {
      const requestId = `event-${++count}`
      acceptEvent({ region, fn, payload: new TextEncoder().encode(JSON.stringify(event)), requestId, ...more }, house)
      return requestId
    },
    /** Runs by function, attempt and second. */
    runs: () =>
      house.observed.map(({ functionName, attempt, at }) => `${functionName} attempt ${attempt} at ${(at - noon) / 1000} s`),
    deliveries: () => house.delivered.map(toDelivery),
  }
}

/** Sets what asynchronous invocations do, with records of success and failure and a dead letter by default. */
export function configure(fn: FunctionRecord, config: Partial<EventInvokeRecord> & { deadLetter?: string | false } = {}) {
  const { deadLetter = letters, qualifier = '$LATEST', ...rest } = config
  fn.eventInvokeConfigs.set(qualifier, { qualifier, lastModified: noon, onSuccess: done, onFailure: failed, ...rest })
  fn.latest.configuration = { ...fn.latest.configuration, deadLetterTarget: deadLetter || undefined }
}
