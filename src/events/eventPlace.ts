import type { Clock } from '../clock/clock'
import type { Ids } from '../clock/ids'
import { UsageError } from '../errors/usageError'
import { shown } from '../usage/readMembers'
import { partitionOf } from '../state/arns'

/** Where and when something happens that a service tells a function of. */
export interface EventPlace {
  readonly accountId: string
  readonly region: string
  readonly clock: Clock
  readonly ids: Ids
}

/** A point in time: a Date, epoch milliseconds, or what `new Date` reads. */
export type Time = Date | number | string

/** Epoch milliseconds of a time that was given, or now. */
export function readTime(where: string, given: unknown, { clock }: EventPlace): number {
  if (given === undefined) return clock.now()
  const isTime = given instanceof Date || typeof given === 'number' || typeof given === 'string'
  const time = isTime ? new Date(given).getTime() : NaN
  if (Number.isFinite(time)) return time
  throw new UsageError(
    `${where} needs time as a Date, epoch milliseconds or a text such as '2026-01-31T12:00:00Z', not ${shown(given)}.`,
  )
}

/** `2026-01-31T12:00:00Z`: how EventBridge writes a time. */
export function wholeSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

/** ARN of something of another service's in the place's account, e.g. `arnOf(place, 'sns', 'orders')`. */
export function arnOf({ accountId, region }: EventPlace, service: string, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:${region}:${accountId}:${resource}`
}

/** An ARN of one service. */
export function requireArn(where: string, name: string, value: unknown, service: string): string {
  if (typeof value === 'string' && new RegExp(`^arn:[a-z-]+:${service}:[^:]*:[^:]*:.`).test(value)) return value
  throw new UsageError(`${where} needs ${name} as an ARN that begins with arn:aws:${service}:, not ${shown(value)}.`)
}
