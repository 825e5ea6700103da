import type { EngineMapping, Engines } from '../../double/engines'
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

/** A connection as `serve` has it. */
export interface EngineConnection extends Connection {
  /** Takes deliveries to the engine's queues; again after a reset, which has forgotten it. */
  deliver(): void
}

/** Milliseconds between two looks at which mappings there are. */
const lookAgain = 300

/** Milliseconds that functions at work have when nobody says otherwise. */
const usualGrace = 5_000

/** Reads real queues or streams for the mappings of a double, one reader for each, and hands deliveries to real queues. */
export async function connectEngine(
  engines: Engines,
  choice: EngineChoice,
  pace: Pace = realPace(() => undefined),
): Promise<EngineConnection> {
  const { service, arn: chosen, queueUrl } = choice
  const send = await openEngine(service, choice.region, choice.where, choice)
  const stopping = new AbortController()
  const pollers = new Map<string, { readonly poller: Poller; readonly identity: object }>()
  /** Readers that are not wanted any more, until they have ended. */
  const endings = new Set<Promise<void>>()
  const queues = new Map<string, QueueApi>()

  function queueOf(arn: string): QueueApi {
    let queue = queues.get(arn)
    if (queue === undefined) queues.set(arn, (queue = createQueueApi(send, arn, queueUrl)))
    return queue
  }

  let undeliver: (() => void) | undefined
  function deliver(): void {
    undeliver?.()
    if (service === 'sqs')
      undeliver = engines.deliverTo(chosen ?? 'arn:aws*:sqs:*', ({ arn, body, attributes, traceHeader }) =>
        queueOf(arn).send(body, attributes, traceHeader),
      )
  }
  deliver()

  const isMeant = ({ kind, arn }: EngineMapping) => kind === service && (chosen === undefined || arn === chosen)
  const open = (mapping: EngineMapping) =>
    service === 'sqs' ? pollQueue(mapping, queueOf(mapping.arn), pace) : pollStream(mapping, send, pace)

  /** A mapping that is gone, also by a reset, is read for no more; a new one begins. Settings that changed need a new reader too. */
  function look(): void {
    const wanted = new Map(
      engines
        .mappings()
        .filter(isMeant)
        .map((mapping) => [keyOf(mapping), mapping]),
    )
    for (const [key, { poller, identity }] of [...pollers]) {
      if (wanted.get(key)?.identity === identity) continue
      pollers.delete(key)
      const end = poller.stop(usualGrace).finally(() => endings.delete(end))
      endings.add(end)
    }
    for (const [key, mapping] of wanted)
      if (!pollers.has(key)) pollers.set(key, { poller: open(mapping), identity: mapping.identity })
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      look()
      await pace.wait(lookAgain, stopping.signal)
    }
  }
  const ended = watch()

  return {
    deliver,
    async close({ grace = usualGrace } = {}) {
      stopping.abort()
      undeliver?.()
      await ended
      await Promise.all([...endings, ...[...pollers.values()].map(({ poller }) => poller.stop(grace))])
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
