import type { EngineMessage } from '../../runtime/event-sources/engines/runMessages'
import type { SendCommand } from './engineClient'

/** A real queue, as far as mappings and deliveries need it. Everything rejects with the error of the SDK. */
export interface QueueApi {
  /** Receives up to ten messages; waits for the first one for so many seconds. */
  receive(most: number, seconds: number, signal: AbortSignal): Promise<EngineMessage[]>
  delete(messages: readonly EngineMessage[]): Promise<void>
  /** Shows messages again that were received. */
  giveBack(messages: readonly EngineMessage[]): Promise<void>
  send(body: string, attributes: object, traceHeader: string | undefined): Promise<void>
  /** Milliseconds for which a message that was received is hidden. */
  hidden(): Promise<number>
}

interface SdkMessage {
  readonly MessageId: string
  readonly ReceiptHandle: string
  readonly Body: string
  readonly MD5OfBody: string
  readonly MD5OfMessageAttributes?: string
  readonly Attributes?: Readonly<Record<string, string>>
  readonly MessageAttributes?: Readonly<Record<string, { DataType: string; StringValue?: string; BinaryValue?: Uint8Array }>>
}

/** @param queueUrl asked of the engine by the queue's name, unless it is given */
export function createQueueApi(send: SendCommand, arn: string, queueUrl: string | undefined): QueueApi {
  let found: string | undefined = queueUrl
  const url = async () => (found ??= (await send('GetQueueUrl', { QueueName: arn.split(':')[5] })).QueueUrl as string)

  async function each(name: string, messages: readonly EngineMessage[], more: object): Promise<void> {
    for (let start = 0; start < messages.length; start += 10) {
      const Entries = messages
        .slice(start, start + 10)
        .map(({ receiptHandle }, index) => ({ Id: String(index), ReceiptHandle: receiptHandle, ...more }))
      const { Failed } = await send(name, { QueueUrl: await url(), Entries })
      const [first] = (Failed ?? []) as readonly { Code: string; Message?: string }[]
      if (first !== undefined) throw Object.assign(new Error(first.Message ?? ''), { name: first.Code })
    }
  }

  return {
    async receive(MaxNumberOfMessages, WaitTimeSeconds, signal) {
      const names = { MessageSystemAttributeNames: ['All'], AttributeNames: ['All'], MessageAttributeNames: ['All'] }
      const input = { QueueUrl: await url(), MaxNumberOfMessages, WaitTimeSeconds, ...names }
      const { Messages = [] } = await send('ReceiveMessage', input, signal)
      return (Messages as readonly SdkMessage[]).map((message) => messageEvent(message, arn))
    },
    delete: (messages) => each('DeleteMessageBatch', messages, {}),
    giveBack: (messages) => each('ChangeMessageVisibilityBatch', messages, { VisibilityTimeout: 0 }),
    async send(MessageBody, MessageAttributes, trace) {
      // By the trace Lambda detects a loop that leads through a queue.
      const AWSTraceHeader = { DataType: 'String', StringValue: trace }
      const MessageSystemAttributes = trace === undefined ? undefined : { AWSTraceHeader }
      await send('SendMessage', { QueueUrl: await url(), MessageBody, MessageAttributes, MessageSystemAttributes })
    },
    async hidden() {
      const { Attributes } = await send('GetQueueAttributes', { QueueUrl: await url(), AttributeNames: ['VisibilityTimeout'] })
      return Number((Attributes as Readonly<Record<string, string>> | undefined)?.VisibilityTimeout ?? 30) * 1000
    },
  }
}

/** https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html#example-standard-queue-message-event */
function messageEvent(message: SdkMessage, arn: string): EngineMessage {
  const { MessageAttributes = {} } = message
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes as unknown as EngineMessage['attributes'],
    messageAttributes: Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, { DataType, StringValue, BinaryValue }]) => {
        const binaryValue = BinaryValue && Buffer.from(BinaryValue).toString('base64')
        return [name, { stringValue: StringValue, binaryValue, stringListValues: [], binaryListValues: [], dataType: DataType }]
      }),
    ),
    md5OfBody: message.MD5OfBody,
    md5OfMessageAttributes: message.MD5OfMessageAttributes,
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion: arn.split(':')[3],
  }
}
