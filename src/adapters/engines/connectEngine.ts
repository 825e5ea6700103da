import type { EngineMapping, Engines } from '../../double/engines'
import type { Delivery } from '../../runtime/destinations/delivery'
import { UsageError } from '../../errors/usageError'
import { openEngine, type EngineAddress } from './engineClient'
import { realPace, type Pace } from './pace'
import { pollQueue, type Poller } from './pollQueue'
import { pollStream } from './pollStream'
import { createQueueApi, type QueueApi } from './queueApi'

/** A connection of a double with a real engine. */
export interface Connection {
  /**
   * Reads no more, gives back what was received and not begun with, and waits for the functions at work.
   * @param options.grace milliseconds that functions may still take; then their messages are given back. Default: 5000
   */
  close(options?: { readonly grace?: number }): Promise<void>
}

/** Which queues or streams are meant, and how they are reached. */
export interface EngineChoice extends EngineAddress {
  readonly service: 'sqs' | 'kinesis'
  readonly region: string
  /** Begins messages of errors. */
  readonly where: string
  /** One queue or stream; by default all that mappings read. */
  readonly arn?: string | undefined
  readonly queueUrl?: string | undefined
}

/** What a connection needs of the double. */
export interface EngineHouse {
  readonly engines: Engines
  /** As `lambda.deliverTo`. */
  readonly deliverTo: (arn: string, deliverer: (delivery: Delivery) => unknown) => void
}

/** Milliseconds between two looks at which mappings there are. */
const lookAgain = 300

/** Reads real queues or streams for the mappings of a double, one reader for each, and hands deliveries to real queues. */
export async function connectEngine(
  { engines, deliverTo }: EngineHouse,
  choice: EngineChoice,
  pace: Pace = realPace(() => undefined),
): Promise<Connection> {
  const { service, arn: chosen, queueUrl } = choice
  const send = await openEngine(service, choice.region, choice.where, choice)
  const stopping = new AbortController()
  const pollers = new Map<string, Poller>()
  const queues = new Map<string, QueueApi>()

  function queueOf(arn: string): QueueApi {
    let queue = queues.get(arn)
    if (queue === undefined) queues.set(arn, (queue = createQueueApi(send, arn, queueUrl)))
    return queue
  }

  if (service === 'sqs')
    deliverTo(chosen ?? 'arn:aws*:sqs:*', ({ arn, body, attributes }) =>
      stopping.signal.aborted ? undefined : queueOf(arn).send(body, attributes),
    )

  const isMeant = ({ kind, arn }: EngineMapping) => kind === service && (chosen === undefined || arn === chosen)
  const open = (mapping: EngineMapping) =>
    service === 'sqs' ? pollQueue(mapping, queueOf(mapping.arn), pace) : pollStream(mapping, send, pace)

  /** A mapping that is gone, also by a reset, is read for no more; a new one begins. Settings that changed need a new reader too. */
  async function look(): Promise<void> {
    const wanted = new Map(
      engines
        .mappings()
        .filter(isMeant)
        .map((mapping) => [keyOf(mapping), mapping]),
    )
    for (const [key, mapping] of wanted) if (!pollers.has(key)) pollers.set(key, open(mapping))
    for (const [key, poller] of [...pollers]) {
      if (wanted.has(key)) continue
      pollers.delete(key)
      await poller.stop(0)
    }
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look()
      await pace.wait(lookAgain, stopping.signal)
    }
  }
  const ended = watch()

  return {
    async close({ grace = 5_000 } = {}) {
      stopping.abort()
      await ended
      await Promise.all([...pollers.values()].map((poller) => poller.stop(grace)))
      pollers.clear()
    },
  }
}

/** A queue has no position to lose: its reader may be replaced when a setting changes. That of a stream stays. */
function keyOf({ uuid, kind, batchSize, batchingWindow, concurrency }: EngineMapping): string {
  return kind === 'sqs' ? [uuid, batchSize, batchingWindow, concurrency].join() : uuid
}

/** The ARN of a queue or stream. */
export function requireSourceArn(where: string, arn: unknown, service: 'sqs' | 'kinesis'): string {
  const form =
    service === 'sqs'
      ? /^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:[\w-]+(\.fifo)?$/
      : /^arn:aws[a-z-]*:kinesis:[a-z0-9-]+:\d{12}:stream\/[\w.-]+$/
  if (typeof arn === 'string' && form.test(arn)) return arn
  const what = service === 'sqs' ? 'queue' : 'stream'
  throw new UsageError(`${where} needs the ARN of a ${what}, not ${JSON.stringify(arn)}.`)
}
