import { milliseconds, type Duration } from '../clock/duration'
import { UsageError } from '../errors/usageError'
import { formatValue } from '../matching/formatValue'

/** Refuses what is no number of calls or chunks. `where` is what was written, e.g. `times(0.5)`. */
export function requireCount(count: number, where: string, { least = 0, of = 'calls' } = {}): number {
  if (Number.isInteger(count) && count >= least) return count
  throw new UsageError(`${where} needs a whole number of ${of}, ${least} or more.`)
}

/** Refuses what is no share of the calls. */
export function requireShare(share: number, where: string): number {
  if (typeof share === 'number' && share >= 0 && share <= 1) return share
  throw new UsageError(`${where} needs a share between 0 (never) and 1 (always).`)
}

/** The milliseconds of a duration; refuses what is none. */
export function requireDuration(duration: Duration, where: string): number {
  const length = milliseconds(duration)
  if (length !== undefined) return length
  throw new UsageError(`${where}(${formatValue(duration)}) needs milliseconds or a duration such as '200ms', '2s' or '1m'.`)
}

/** A length of time, or one that is drawn between two for each call. */
export type Latency = Duration | readonly [shortest: Duration, longest: Duration]

/** The milliseconds between which a latency lies. */
export function requireLatency(latency: Latency, where: string): readonly [shortest: number, longest: number] {
  if (!Array.isArray(latency)) {
    const length = requireDuration(latency as Duration, where)
    return [length, length]
  }
  const [shortest, longest] = (latency as readonly Duration[]).map((each) => requireDuration(each, where))
  if (latency.length === 2 && shortest! <= longest!) return [shortest!, longest!]
  throw new UsageError(`${where}(${formatValue(latency)}) needs the shortest and the longest time, such as ['5ms', '200ms'].`)
}
