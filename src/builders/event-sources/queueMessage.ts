import { milliseconds, type Duration } from '../../clock/duration'
import { UsageError } from '../../errors/usageError'
import type { QueueMessageRequest } from '../../runtime/event-sources/queues/queueMessageRequest'
import type { QueueAttribute, QueueRecord } from '../../state/queueRecord'
import { isMembers } from '../../usage/isMembers'
import { readMembers, requireJson, requireText, shown, type Spellings } from '../../usage/readMembers'

/** A message attribute: text, a number or bytes, or in full as SQS takes it. */
export type AttributeInput =
  string | number | Uint8Array | { readonly DataType: string; readonly StringValue?: string; readonly BinaryValue?: Uint8Array }

/** A message with what goes along with it. The names of SendMessage (`MessageBody`, `MessageGroupId`, ...) are understood too. */
export interface MessageInput {
  /** Text as it is, any other JSON value as its text. */
  readonly body: unknown
  readonly attributes?: Readonly<Record<string, AttributeInput>>
  /** FIFO queues need one. */
  readonly groupId?: string
  /** FIFO queues take a second message with the same id for the same, for five minutes. Default: a new one, or that of the content. */
  readonly deduplicationId?: string
  /** Before it is over nobody can receive the message: '10s', or milliseconds. At most 15 minutes. Default: the queue's DelaySeconds. */
  readonly delay?: Duration
  /** X-Ray's trace header, as AWSTraceHeader. Default: inside of a handler that of its run, as AWS's clients do; otherwise none. */
  readonly traceHeader?: string
}

const spellings: Spellings = {
  body: ['MessageBody'],
  attributes: ['MessageAttributes'],
  groupId: ['MessageGroupId'],
  deduplicationId: ['MessageDeduplicationId'],
  delay: ['DelaySeconds'],
  traceHeader: ['AWSTraceHeader'],
}

/** Bytes of the largest message, its attributes included: 1 MiB. */
const largest = 1024 * 1024

/** What a test sends, as the queue takes it. An object without a body is itself the body. */
export function readQueueMessage(queue: QueueRecord, given: unknown, where: string): QueueMessageRequest {
  const input = readMembers(where, isEnvelope(given, where) ? given : { body: given }, spellings)
  const body = typeof input.body === 'string' ? input.body : requireJson(where, 'body', input.body)
  if (body === '') throw new UsageError(`${where} needs a body that is not empty: SQS takes no empty messages.`)
  const attributes = readAttributes(where, input.attributes)
  const size = Buffer.byteLength(body) + Buffer.byteLength(JSON.stringify(attributes))
  if (size > largest) throw new UsageError(`${where} has a message of ${size} bytes; SQS takes no more than ${largest}.`)
  const groupId = input.groupId === undefined ? undefined : requireText(where, 'groupId', input.groupId)
  if (queue.type === 'sqsFifo' && groupId === undefined)
    throw new UsageError(`${where} needs a groupId for a FIFO queue, such as { body, groupId: 'customer-7' }.`)
  if (queue.type === 'sqs' && input.deduplicationId !== undefined)
    throw new UsageError(`${where} has a deduplicationId, which only FIFO queues take: their names end with .fifo.`)
  if (queue.type === 'sqsFifo' && input.delay !== undefined)
    throw new UsageError(`${where} has a delay, which a FIFO queue takes for all its messages only: { DelaySeconds }.`)
  return {
    body,
    attributes,
    groupId,
    deduplicationId:
      input.deduplicationId === undefined ? undefined : requireText(where, 'deduplicationId', input.deduplicationId),
    delay: input.delay === undefined ? undefined : readDelay(where, given as object, input.delay),
    traceHeader: input.traceHeader === undefined ? undefined : requireText(where, 'traceHeader', input.traceHeader),
  }
}

function isEnvelope(given: unknown, where: string): given is object {
  if (!isMembers(given)) return false
  if ('body' in given || 'MessageBody' in given) return true
  const keys = Object.keys(given)
  const known = Object.entries(spellings).flatMap(([name, others]) => [name, ...others])
  if (keys.length > 0 && keys.every((key) => known.includes(key)))
    throw new UsageError(`${where} has ${keys.join(', ')}, but no body.`)
  return false
}

/** Seconds: AWS's DelaySeconds as it is, our durations in seconds. */
function readDelay(where: string, given: object, delay: unknown): number {
  const length = 'DelaySeconds' in given ? Number(delay) * 1000 : milliseconds(delay)
  if (length !== undefined && length >= 0 && length <= 900_000) return length / 1000
  throw new UsageError(`${where} needs a delay from 0 to 15 minutes, such as '10s', not ${shown(delay)}.`)
}

function readAttributes(where: string, given: unknown): Readonly<Record<string, QueueAttribute>> {
  if (given === undefined) return {}
  if (!isMembers(given)) throw new UsageError(`${where} needs attributes as an object, not ${shown(given)}.`)
  const entries = Object.entries(given)
  if (entries.length > 10) throw new UsageError(`${where} has ${entries.length} attributes; SQS takes no more than 10.`)
  return Object.fromEntries(entries.map(([name, value]) => [name, readAttribute(`${where}: attribute '${name}'`, value)]))
}

function readAttribute(where: string, value: unknown): QueueAttribute {
  if (typeof value === 'string' && value !== '') return { dataType: 'String', stringValue: value }
  if (typeof value === 'number' && Number.isFinite(value)) return { dataType: 'Number', stringValue: String(value) }
  if (ArrayBuffer.isView(value)) return { dataType: 'Binary', binaryValue: base64(value) }
  if (!isMembers(value))
    throw new UsageError(`${where} has to be a text, a number, bytes, or { DataType, StringValue }, not ${shown(value)}.`)
  const { DataType, StringValue, BinaryValue } = readMembers(where, value, { DataType: [], StringValue: [], BinaryValue: [] })
  if (typeof DataType !== 'string' || !/^(String|Number|Binary)(\..+)?$/.test(DataType))
    throw new UsageError(`${where} needs a DataType that begins with String, Number or Binary, not ${shown(DataType)}.`)
  if (DataType.startsWith('Binary')) {
    if (!ArrayBuffer.isView(BinaryValue))
      throw new UsageError(`${where} needs a BinaryValue of bytes, not ${shown(BinaryValue)}.`)
    return { dataType: DataType, binaryValue: base64(BinaryValue) }
  }
  return { dataType: DataType, stringValue: requireText(where, 'a StringValue', StringValue) }
}

function base64(bytes: ArrayBufferView): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
