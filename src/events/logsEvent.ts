import { gzipSync } from 'node:zlib'
import { isMembers } from '../usage/isMembers'
import { readMembers, requireText, shown, type Spellings } from '../usage/readMembers'
import { UsageError } from '../errors/usageError'
import { readTime, type EventPlace, type Time } from './eventPlace'

/** One line of a log; what the filter's pattern took out of it in `extractedFields`. */
export interface LogLine {
  readonly message: string
  readonly time?: Time
  readonly id?: string
  readonly extractedFields?: Readonly<Record<string, string | null>>
}

/** Lines of a log stream that a subscription filter let pass. */
export interface LogLines {
  readonly logGroup: string
  /** Default: a stream such as those of Lambda. */
  readonly logStream?: string
  readonly messages: readonly (string | LogLine)[]
  /** Names of the subscription filters. Default: one. */
  readonly subscriptionFilters?: readonly string[]
}

const spellings: Spellings = {
  logGroup: ['logGroupName'],
  logStream: ['logStreamName'],
  messages: ['logEvents'],
  subscriptionFilters: [],
}

/** What a function gets of a subscription. */
export type LogsEvent = ReturnType<typeof newLogsEvent>

/**
 * The event of a subscription filter: what it is about lies in `data`, as JSON, zipped, in base64.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
 */
export function newLogsEvent(where: string, given: object, place: EventPlace) {
  const { logGroup, logStream, messages, subscriptionFilters = ['filter'] } = readMembers(where, given, spellings)
  if (!Array.isArray(messages) || messages.length === 0)
    throw new UsageError(`${where} needs messages as a list with at least one text, not ${shown(messages)}.`)
  if (!Array.isArray(subscriptionFilters) || !subscriptionFilters.every((each) => typeof each === 'string'))
    throw new UsageError(`${where} needs subscriptionFilters as a list of names, not ${shown(subscriptionFilters)}.`)
  const content = {
    messageType: 'DATA_MESSAGE',
    owner: place.accountId,
    logGroup: requireText(where, 'logGroup', logGroup),
    logStream: logStream === undefined ? newStream(place) : requireText(where, 'logStream', logStream),
    subscriptionFilters,
    logEvents: messages.map((message, index) => logEvent(`${where}: message ${index}`, message, place)),
  }
  return { awslogs: { data: gzipSync(JSON.stringify(content)).toString('base64') } }
}

function logEvent(where: string, given: unknown, place: EventPlace) {
  const line = typeof given === 'string' ? { message: given } : given
  if (!isMembers(line)) throw new UsageError(`${where} has to be a text or { message }, not ${shown(given)}.`)
  const { id, time, message, extractedFields } = readMembers(where, line, {
    message: [],
    time: ['timestamp'],
    id: [],
    extractedFields: [],
  })
  const timestamp = readTime(where, time, place)
  return {
    id: id === undefined ? newId(place, timestamp) : requireText(where, 'id', id),
    timestamp,
    message: requireText(where, 'a message', message),
    extractedFields,
  }
}

/** 56 decimal digits that grow with the time. */
function newId({ ids }: EventPlace, timestamp: number): string {
  const time = BigInt(Math.floor(timestamp)) << 137n
  return String(time + BigInt(`0x${ids.hex(32)}`)).padStart(56, '0')
}

function newStream({ clock, ids }: EventPlace): string {
  return `${new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '/')}/[$LATEST]${ids.hex(32)}`
}
