import { milliseconds, type Duration } from '../clock/duration'
import { UsageError } from '../errors/usageError'
import { formatValue } from '../matching/formatValue'
import type { House } from './house'

/** Time inside the double. */
export interface MockClock {
  /** Now, as a Date. */
  now(): Date
  /** Lets time pass and runs what falls due, e.g. `await lambda.clock.advance('2m')`. */
  advance(duration: Duration): Promise<void>
}

export function createMockClock(here: () => House): MockClock {
  return {
    now: () => new Date(here().clock.now()),
    advance: (duration) => here().clock.advance(requireDuration(duration)),
  }
}

function requireDuration(duration: Duration): number {
  const length = milliseconds(duration)
  if (length !== undefined) return length
  throw new UsageError(
    `clock.advance(${formatValue(duration, { limit: 60 })}) needs milliseconds or a duration such as '200ms', '90s' or '2h'.`,
  )
}
