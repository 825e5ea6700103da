/**
 * A small SQS for tests: speaks the protocol that the real client speaks (AWS JSON 1.0), and keeps everything in a file, so that it
 * can be killed and started again. Run as a script, it is a process of its own: `sqsServer.ts FILE PORT`.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StoredMessage {
  readonly id: string
  readonly body: string
  readonly attributes: Record<string, { DataType: string; StringValue?: string; BinaryValue?: string }>
  readonly group?: string | undefined
  readonly trace?: string | undefined
  readonly sentAt: number
  visibleAt: number
  receives: number
  firstReceivedAt?: number
  receipt?: string
}

export interface StoredQueue {
  readonly visibilityTimeout: number
  readonly redrive?: { readonly target: string; readonly maxReceiveCount: number }
  messages: StoredMessage[]
  /** Those that were acknowledged, and when. */
  deleted: { readonly id: string; readonly body: string; readonly at: number }[]
  /** How often messages were given back. */
  givenBack: number
}

export type SqsState = Record<string, StoredQueue>

export const newQueue = (more: Partial<StoredQueue> = {}): StoredQueue => ({
  visibilityTimeout: 1,
  messages: [],
  deleted: [],
  givenBack: 0,
  ...more,
})

export interface EngineServer {
  readonly port: number
  readonly endpoint: string
  close(): Promise<void>
}

export function readState(file: string): SqsState {
  return JSON.parse(readFileSync(file, 'utf8')) as SqsState
}

export function writeState(file: string, state: object): void {
  writeFileSync(`${file}~`, JSON.stringify(state))
  renameSync(`${file}~`, file)
}

class Refusal extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message)
  }
}

export async function openSqs(file: string, port = 0): Promise<EngineServer> {
  const state: SqsState = existsSync(file) ? readState(file) : {}
  const save = () => writeState(file, state)
  const waiting = new Set<() => void>()

  const queueOf = ({ QueueUrl }: any): StoredQueue => {
    const queue = state[String(QueueUrl).split('/').at(-1)!]
    if (!queue) throw new Refusal('com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.')
    return queue
  }

  function take(queue: StoredQueue, most: number): object[] {
    const now = Date.now()
    const hidden = new Set(queue.messages.filter(({ visibleAt }) => visibleAt > now).map(({ group }) => group))
    const taken: object[] = []
    for (const message of [...queue.messages]) {
      if (taken.length >= most || message.visibleAt > now || (message.group !== undefined && hidden.has(message.group))) continue
      if (queue.redrive && message.receives >= queue.redrive.maxReceiveCount) {
        queue.messages.splice(queue.messages.indexOf(message), 1)
        state[queue.redrive.target]!.messages.push({ ...message, receives: 0 })
        save()
        continue
      }
      message.receives++
      message.firstReceivedAt ??= now
      message.visibleAt = now + queue.visibilityTimeout * 1000
      message.receipt = randomUUID()
      taken.push({
        MessageId: message.id,
        ReceiptHandle: message.receipt,
        Body: message.body,
        MD5OfBody: createHash('md5').update(message.body).digest('hex'),
        Attributes: {
          SenderId: 'AIDAIENQZJOLO23YVJ4VO',
          ApproximateReceiveCount: String(message.receives),
          SentTimestamp: String(message.sentAt),
          ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
          ...(message.trace !== undefined && { AWSTraceHeader: message.trace }),
          ...(message.group !== undefined && { MessageGroupId: message.group }),
        },
        ...(Object.keys(message.attributes).length > 0 && { MessageAttributes: message.attributes }),
      })
    }
    return taken
  }

  const operations: Record<string, (input: any, gone: AbortSignal) => object | Promise<object>> = {
    GetQueueUrl({ QueueName }) {
      if (!state[QueueName]) throw new Refusal('com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.')
      return { QueueUrl: `http://127.0.0.1/123456789012/${QueueName}` }
    },
    GetQueueAttributes: (input) => ({ Attributes: { VisibilityTimeout: String(queueOf(input).visibilityTimeout) } }),
    SendMessage(input) {
      const { MessageBody: body, MessageAttributes: attributes = {}, MessageGroupId: group, MessageSystemAttributes } = input
      const trace = MessageSystemAttributes?.AWSTraceHeader?.StringValue as string | undefined
      const now = Date.now()
      const id = randomUUID()
      queueOf(input).messages.push({ id, body, attributes, group, trace, sentAt: now, visibleAt: now, receives: 0 })
      save()
      for (const wake of waiting) wake()
      return { MessageId: id, MD5OfMessageBody: createHash('md5').update(body).digest('hex') }
    },
    async ReceiveMessage(input, gone) {
      const queue = queueOf(input)
      const until = Date.now() + (input.WaitTimeSeconds ?? 0) * 1000
      for (;;) {
        const Messages = gone.aborted ? [] : take(queue, input.MaxNumberOfMessages ?? 1)
        if (Messages.length > 0) save()
        if (Messages.length > 0 || gone.aborted || Date.now() >= until) return { Messages }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(end, 50)
          function end() {
            clearTimeout(timer)
            waiting.delete(end)
            gone.removeEventListener('abort', end)
            resolve()
          }
          waiting.add(end)
          gone.addEventListener('abort', end)
        })
      }
    },
    DeleteMessageBatch(input) {
      const queue = queueOf(input)
      for (const { ReceiptHandle } of input.Entries) {
        const message = queue.messages.find(({ receipt }) => receipt === ReceiptHandle)
        if (message === undefined) continue
        queue.messages.splice(queue.messages.indexOf(message), 1)
        queue.deleted.push({ id: message.id, body: message.body, at: Date.now() })
      }
      save()
      return { Successful: input.Entries.map(({ Id }: any) => ({ Id })), Failed: [] }
    },
    ChangeMessageVisibilityBatch(input) {
      const queue = queueOf(input)
      for (const { ReceiptHandle, VisibilityTimeout } of input.Entries) {
        const message = queue.messages.find(({ receipt }) => receipt === ReceiptHandle)
        if (message) message.visibleAt = Date.now() + VisibilityTimeout * 1000
        queue.givenBack++
      }
      save()
      return { Successful: input.Entries.map(({ Id }: any) => ({ Id })), Failed: [] }
    },
  }
  return listen(port, 'application/x-amz-json-1.0', operations)
}

/** An endpoint that speaks one of AWS's JSON protocols: the operation stands in a header. */
export async function listen(
  port: number,
  contentType: string,
  operations: Record<string, (input: any, gone: AbortSignal) => object | Promise<object>>,
): Promise<EngineServer> {
  const server = createServer((request, response) => {
    void (async () => {
      const gone = new AbortController()
      response.on('close', () => gone.abort())
      const operation = String(request.headers['x-amz-target']).split('.')[1]!
      const send = (status: number, body: object) => {
        response.writeHead(status, { 'content-type': contentType, 'x-amzn-requestid': randomUUID() })
        response.end(JSON.stringify(body))
      }
      try {
        const run = operations[operation]
        if (!run) throw new Refusal('UnknownOperationException', operation)
        send(200, await run(JSON.parse(await textOf(request)), gone.signal))
      } catch (error) {
        const { type = 'InternalFailure', message } = error as Refusal
        send(type === 'InternalFailure' ? 500 : 400, { __type: type, message })
      }
    })()
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const bound = (server.address() as AddressInfo).port
  return {
    port: bound,
    endpoint: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk)
  return text
}

if (process.argv[1]?.endsWith('sqsServer.ts')) {
  const [file, port] = process.argv.slice(2)
  void openSqs(file!, Number(port)).then(({ endpoint }) => console.log(`SQS is at ${endpoint}`))
}
