import { isMembers } from '../usage/isMembers'
import { readMembers, requireJson, requireText, shown, type Spellings } from '../usage/readMembers'
import { UsageError } from '../errors/usageError'
import { arnOf, readTime, requireArn, type EventPlace, type Time } from './eventPlace'

/** What is published to a topic. The names of Publish (`Message`, `Subject`, ...) are understood too. */
export interface SnsMessage {
  /** Text as it is, any other JSON value as its text. */
  readonly message: unknown
  /** Default: the topic `topic` of the double's account. */
  readonly topicArn?: string
  readonly subject?: string
  /** Text, a number, bytes, a list (String.Array), or in full as Publish takes it. */
  readonly attributes?: Readonly<Record<string, SnsAttribute>>
  /** When it was published. Default: now. */
  readonly time?: Time
  /** X-Ray's trace header of whoever published it. Default: that of the run which does. */
  readonly traceHeader?: string
}

/** An attribute of a message: a plain value, whose DataType follows from it, or as Publish takes it. */
export type SnsAttribute =
  | string
  | number
  | Uint8Array
  | readonly (string | number | boolean | null)[]
  | { readonly DataType: string; readonly StringValue?: string; readonly BinaryValue?: Uint8Array }

const spellings: Spellings = {
  message: ['Message'],
  topicArn: ['TopicArn'],
  subject: ['Subject'],
  attributes: ['MessageAttributes'],
  time: [],
  traceHeader: [],
}

/** Bytes of the largest message: 256 KiB. */
const largest = 262_144

/** What a function gets of a notification. */
export type SnsEvent = ReturnType<typeof newSnsEvent>

/**
 * The event of one notification: SNS never sends two in one (recorded). Signature and certificate only look like SNS's.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export function newSnsEvent(where: string, given: object, place: EventPlace) {
  const input = readMembers(where, given, spellings)
  const message = typeof input.message === 'string' ? input.message : requireJson(where, 'message', input.message)
  if (message === '') throw new UsageError(`${where} needs a message that is not empty: SNS takes no empty messages.`)
  const size = Buffer.byteLength(message)
  if (size > largest) throw new UsageError(`${where} has a message of ${size} bytes; SNS takes no more than ${largest}.`)
  const TopicArn =
    input.topicArn === undefined ? arnOf(place, 'sns', 'topic') : requireArn(where, 'topicArn', input.topicArn, 'sns')
  const { ids } = place
  const region = TopicArn.split(':')[3]!
  const EventSubscriptionArn = `${TopicArn}:${ids.uuid()}`
  const host = `https://sns.${region}.amazonaws.com`
  const Sns = {
    Type: 'Notification',
    MessageId: ids.uuid(),
    TopicArn,
    Subject: input.subject === undefined ? null : requireSubject(where, input.subject),
    Message: message,
    Timestamp: new Date(readTime(where, input.time, place)).toISOString(),
    SignatureVersion: '1',
    Signature: Buffer.from(ids.hex(512), 'hex').toString('base64'),
    SigningCertUrl: `${host}/SimpleNotificationService-${ids.hex(32)}.pem`,
    UnsubscribeUrl: `${host}/?Action=Unsubscribe&SubscriptionArn=${EventSubscriptionArn}`,
    MessageAttributes: readAttributes(where, input.attributes),
  }
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn, Sns }] }
}

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
function requireSubject(where: string, value: unknown): string {
  const subject = requireText(where, 'subject', value)
  if (/^[\x21-\x7e][\x20-\x7e]{0,99}$/.test(subject)) return subject
  throw new UsageError(`${where} needs a subject of at most 100 ASCII characters on one line, not ${shown(subject)}.`)
}

function readAttributes(where: string, given: unknown = {}) {
  if (!isMembers(given)) throw new UsageError(`${where} needs attributes as an object, not ${shown(given)}.`)
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, attribute(`${where}: attribute '${name}'`, value)]),
  )
}

/** SNS hands bytes on in base64, and a list as its JSON. */
function attribute(where: string, value: unknown): { readonly Type: string; readonly Value: string } {
  if (typeof value === 'string' && value !== '') return { Type: 'String', Value: value }
  if (typeof value === 'number' && Number.isFinite(value)) return { Type: 'Number', Value: String(value) }
  if (Array.isArray(value)) return { Type: 'String.Array', Value: requireJson(where, 'a value', value) }
  if (ArrayBuffer.isView(value)) return { Type: 'Binary', Value: base64(value) }
  if (!isMembers(value))
    throw new UsageError(`${where} has to be a text, a number, bytes, a list or { DataType, StringValue }, not ${shown(value)}.`)
  const { DataType, StringValue, BinaryValue } = readMembers(where, value, { DataType: [], StringValue: [], BinaryValue: [] })
  if (typeof DataType !== 'string' || !/^(String|String\.Array|Number|Binary)$/.test(DataType))
    throw new UsageError(`${where} needs a DataType of String, String.Array, Number or Binary, not ${shown(DataType)}.`)
  if (DataType !== 'Binary') return { Type: DataType, Value: requireText(where, 'a StringValue', StringValue) }
  if (ArrayBuffer.isView(BinaryValue)) return { Type: DataType, Value: base64(BinaryValue) }
  throw new UsageError(`${where} needs a BinaryValue of bytes, not ${shown(BinaryValue)}.`)
}

function base64(bytes: ArrayBufferView): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
