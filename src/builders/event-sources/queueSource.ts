import { UsageError } from '../../errors/usageError'
import type { SourceBatch, SourceMessage, SourceMessages } from '../../runtime/event-sources/sourceMessages'
import { defaultQueueSettings, newQueueRecord, type QueueRecord, type QueueSettings } from '../../state/queueRecord'
import type { Seed } from '../seed'
import { readQueueMessage, type MessageInput } from './queueMessage'
import { isMembers } from '../../usage/isMembers'
import { readMembers, requireText, requireWhole, shown } from '../../usage/readMembers'

/** Attributes of a queue, in AWS's spelling and with AWS's defaults. Times in seconds. */
export interface QueueAttributes {
  /** How long a received message is hidden from others. Default: 30. */
  readonly VisibilityTimeout?: number
  /** How long the queue keeps a message. Default: 345,600 (4 days). */
  readonly MessageRetentionPeriod?: number
  /** How long a new message is hidden. Default: 0. */
  readonly DelaySeconds?: number
  /** Where messages go that were received too often. The queue there is an event source too, and can be looked into. */
  readonly RedrivePolicy?: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number } | string
  /** FIFO queues only: messages of equal bodies are the same. Default: false. */
  readonly ContentBasedDeduplication?: boolean
}

/** An SQS queue that mappings read: what `lambda.eventSource(arn)` returns for one. */
export interface QueueSource {
  readonly arn: string
  readonly type: 'sqs' | 'sqsFifo'
  /**
   * Sends a message, or several. Text is a body as it is, and an object without `body` is a body of JSON.
   * @returns what was sent; of a duplicate in a FIFO queue, the first one
   * @example queue.send({ body: { id: 7 }, attributes: { source: 'web' }, delay: '10s' })
   */
  send(messages: readonly (MessageInput | string | object)[]): SourceMessage[]
  send(message: MessageInput | string | object): SourceMessage
  /** Where its messages are now, and how those ended that are gone. */
  messages(): SourceMessages
  /** What came of each batch, oldest first. */
  batches(): readonly SourceBatch[]
}

/** Finds the queue in the region or makes it, and sets attributes. */
export function queueSource(seed: Seed, arn: string, attributes: unknown): QueueSource {
  const where = `lambda.eventSource('${arn}')`
  const known = seed.region().eventSources.get(arn)
  const made = known?.shape === 'queue' ? known : newQueueRecord(arn)
  made.isDeclared = true
  if (attributes !== undefined) made.settings = readAttributes(made, attributes, `lambda.eventSource('${arn}', attributes)`)
  const find = (): QueueRecord => {
    const { eventSources } = seed.region()
    const there = eventSources.get(arn)
    if (there?.shape === 'queue') return there
    const queue = { ...newQueueRecord(arn, made.settings), isDeclared: true }
    eventSources.set(arn, queue)
    return queue
  }
  seed.region().eventSources.set(arn, made)

  const sendOne = (message: unknown, from: string) =>
    seed.eventSources.sendMessage(seed.region(), find(), readQueueMessage(find(), message, from))

  function send(given: readonly unknown[]): SourceMessage[]
  function send(given: unknown): SourceMessage
  function send(given: unknown): SourceMessage | SourceMessage[] {
    if (!Array.isArray(given)) return sendOne(given, `${where}.send(message)`)
    // All are looked at before the first is sent.
    const requests = given.map((message, index) => readQueueMessage(find(), message, `${where}.send(messages)[${index}]`))
    return requests.map((request) => seed.eventSources.sendMessage(seed.region(), find(), request))
  }
  return {
    arn,
    type: made.type,
    send,
    messages: () => seed.eventSources.view(seed.region(), find()).messages,
    batches: () => seed.eventSources.view(seed.region(), find()).batches,
  }
}

const names = {
  VisibilityTimeout: [],
  MessageRetentionPeriod: [],
  DelaySeconds: [],
  RedrivePolicy: [],
  ContentBasedDeduplication: [],
}

function readAttributes({ type, settings, arn }: QueueRecord, given: unknown, where: string): QueueSettings {
  if (!isMembers(given)) throw new UsageError(`${where} needs an object with any of: ${Object.keys(names).join(', ')}.`)
  const read = readMembers(where, given, names)
  if (read.ContentBasedDeduplication !== undefined && type === 'sqs')
    throw new UsageError(`${where} has ContentBasedDeduplication, which only FIFO queues have: their names end with .fifo.`)
  const whole = (name: keyof typeof names, limits: readonly [number, number], old: number) =>
    read[name] === undefined ? old : requireWhole(where, name, read[name], limits)
  const known = { ...defaultQueueSettings, ...settings }
  return {
    visibilityTimeout: whole('VisibilityTimeout', [0, 43_200], known.visibilityTimeout),
    messageRetentionPeriod: whole('MessageRetentionPeriod', [60, 1_209_600], known.messageRetentionPeriod),
    delaySeconds: whole('DelaySeconds', [0, 900], known.delaySeconds),
    contentBasedDeduplication: Boolean(read.ContentBasedDeduplication ?? known.contentBasedDeduplication),
    redrive:
      read.RedrivePolicy === undefined ? known.redrive : readRedrivePolicy(arn, read.RedrivePolicy, `${where}: RedrivePolicy`),
  }
}

function readRedrivePolicy(arn: string, given: unknown, where: string): QueueSettings['redrive'] {
  let policy = given
  try {
    if (typeof given === 'string') policy = JSON.parse(given)
  } catch {
    policy = undefined
  }
  if (!isMembers(policy))
    throw new UsageError(`${where} has to be { deadLetterTargetArn, maxReceiveCount }, not ${shown(given)}.`)
  const read = readMembers(where, policy, { deadLetterTargetArn: [], maxReceiveCount: [] })
  const deadLetterTargetArn = requireText(where, 'deadLetterTargetArn', read.deadLetterTargetArn)
  if (deadLetterTargetArn.split(':')[2] !== 'sqs' || deadLetterTargetArn.endsWith('.fifo') !== arn.endsWith('.fifo'))
    throw new UsageError(
      `${where} needs the ARN of a queue of the same type as deadLetterTargetArn: '${deadLetterTargetArn}' is none.`,
    )
  return { deadLetterTargetArn, maxReceiveCount: requireWhole(where, 'maxReceiveCount', Number(read.maxReceiveCount), [1, 1000]) }
}
