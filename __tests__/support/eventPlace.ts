import { createIds } from '../../src/clock/ids'
import { createVirtualClock } from '../../src/clock/virtualClock'
import type { EventPlace } from '../../src/events/eventPlace'
import { noon } from './runtime'

/** us-east-1 at noon, with ids that are the same in every run. */
export function newPlace(region = 'us-east-1'): EventPlace {
  return { accountId: '123456789012', region, clock: createVirtualClock(noon), ids: createIds(1) }
}

export const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
