import { isMembers } from '../usage/isMembers'
import { readMembers, requireJson, requireText, shown, type Spellings } from '../usage/readMembers'
import { UsageError } from '../errors/usageError'
import { arnOf, readTime, requireArn, wholeSeconds, type EventPlace, type Time } from './eventPlace'

/** An event on a bus. The names of PutEvents (`Source`, `DetailType`, ...) and of the event itself (`detail-type`) are understood too. */
export interface BusEvent<Detail = unknown> {
  readonly source: string
  readonly detailType: string
  /** An object, or its JSON. Default: {}. */
  readonly detail?: Detail
  /** ARNs of what it is about. Default: none. */
  readonly resources?: readonly string[]
  readonly id?: string
  readonly time?: Time
}

const spellings: Spellings = {
  source: ['Source'],
  detailType: ['detail-type', 'DetailType'],
  detail: ['Detail'],
  resources: ['Resources'],
  id: [],
  time: ['Time'],
}

/** What a function gets of an event on a bus. */
export type EventBridgeEvent = ReturnType<typeof newEventBridgeEvent>

/**
 * The event of a rule whose target has no InputTransformer.
 * https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
 */
export function newEventBridgeEvent(where: string, given: object, place: EventPlace) {
  const input = readMembers(where, given, spellings)
  return frame(place, {
    id: input.id === undefined ? place.ids.uuid() : requireText(where, 'id', input.id),
    detailType: requireText(where, 'detailType', input.detailType),
    source: requireText(where, 'source', input.source),
    time: readTime(where, input.time, place),
    resources: requireResources(where, input.resources),
    detail: requireDetail(where, input.detail),
  })
}

/** A rule whose time has come. */
export interface Schedule {
  /** Default: the rule `schedule` of the double's account. */
  readonly ruleArn?: string
  readonly id?: string
  readonly time?: Time
}

/** What a function gets of a rule with a schedule. */
export type ScheduledEvent = ReturnType<typeof newScheduledEvent>

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html */
export function newScheduledEvent(where: string, given: object, place: EventPlace) {
  const { ruleArn, id, time } = readMembers(where, given, { ruleArn: [], id: [], time: [] })
  const rule = ruleArn === undefined ? arnOf(place, 'events', 'rule/schedule') : requireArn(where, 'ruleArn', ruleArn, 'events')
  return frame(place, {
    id: id === undefined ? place.ids.uuid() : requireText(where, 'id', id),
    detailType: 'Scheduled Event',
    source: 'aws.events',
    time: readTime(where, time, place),
    resources: [rule],
    detail: {},
  })
}

interface Parts {
  readonly id: string
  readonly detailType: string
  readonly source: string
  readonly time: number
  readonly resources: readonly string[]
  readonly detail: Readonly<Record<string, unknown>>
}

function frame({ accountId, region }: EventPlace, { id, detailType, source, time, resources, detail }: Parts) {
  const origin = { source, account: accountId, time: wholeSeconds(time), region }
  return { version: '0', id, 'detail-type': detailType, ...origin, resources, detail }
}

function requireResources(where: string, given: unknown = []): readonly string[] {
  if (Array.isArray(given) && given.every((each) => typeof each === 'string')) return given
  throw new UsageError(`${where} needs resources as a list of ARNs, not ${shown(given)}.`)
}

/** PutEvents takes an object in JSON and nothing else. */
function requireDetail(where: string, given: unknown = {}): Readonly<Record<string, unknown>> {
  const json = typeof given === 'string' ? given : requireJson(where, 'detail', given)
  try {
    const detail = JSON.parse(json) as unknown
    if (isMembers(detail)) return detail
  } catch {
    // Falls through: no JSON is as bad as JSON of another kind.
  }
  throw new UsageError(`${where} needs detail as an object or its JSON, not ${shown(given)}.`)
}
