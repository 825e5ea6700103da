import type { DeliveryEntry } from '../runtime/destinations/delivery'
import { createForeignLog, type ForeignLog } from '../runtime/event-sources/engines/foreignLog'
import { runMessages, type EngineMessage, type MessagesEnd } from '../runtime/event-sources/engines/runMessages'
import type { EventSourceMappingRecord } from '../state/eventSourceMappingRecord'
import type { RegionState } from '../state/regionState'
import { completeTransitions } from '../state/transitions'
import type { House } from './house'

/** Where the connections of `lambdouble/server` find the mappings of a double. */
export const enginesSymbol: unique symbol = Symbol.for('lambdouble.engines') as never

/** The mappings of a double for those who read real queues and streams for them. */
export interface Engines {
  /** Mappings that there are now, at work or not, in every region of the world of whoever asks. */
  mappings(): EngineMapping[]
  /** Takes what Lambda sends to queues that are outside; a reset forgets it. @returns what undoes it */
  deliverTo(arnPattern: string, hand: (entry: DeliveryEntry) => Promise<void>): () => void
}

/** Those of what `mockLambda()` returned: they lie behind a symbol, as they are for the package's own entries alone. */
export function enginesOf(lambda: object): Engines {
  return (lambda as { readonly [enginesSymbol]: Engines })[enginesSymbol]
}

/** A mapping whose queue or stream is outside. */
export interface EngineMapping {
  readonly uuid: string
  /** Another one for another mapping, also if a snapshot was loaded that has one of this UUID. */
  readonly identity: object
  readonly kind: 'sqs' | 'kinesis' | 'other'
  /** Of the queue or stream. */
  readonly arn: string
  readonly functionName: string
  readonly batchSize: number
  /** Milliseconds. */
  readonly batchingWindow: number
  /** How many batches may be under way. */
  readonly concurrency: number
  readonly startingPosition: 'LATEST' | 'TRIM_HORIZON' | 'AT_TIMESTAMP'
  readonly startingPositionTimestamp: Date | undefined
  /** Whether it reads now; a mapping may be disabled, and its function gone. */
  isAtWork(): boolean
  /** Has the function process messages of a queue. */
  run(messages: readonly EngineMessage[]): Promise<MessagesEnd>
  /** What the mapping is at work on of a stream: a new one for each reader. */
  log(): ForeignLog
}

/** Batches of one mapping at the same time, as for queues in memory. */
const pollers = 5

/** @param here asked at each look: a reset, or an isolated test, has another one */
export function createEngines(here: () => House): Engines {
  return {
    deliverTo: (pattern, hand) => here().deliverers.replace(pattern, hand),
    mappings() {
      const house = here()
      return [...house.world.all()].flatMap((region) =>
        [...region.eventSourceMappings.values()].flatMap((mapping) =>
          mapping.source.arn === undefined ? [] : [engineMapping(region, mapping, mapping.source.arn, house)],
        ),
      )
    },
  }
}

function engineMapping(region: RegionState, mapping: EventSourceMappingRecord, arn: string, house: House): EngineMapping {
  const { uuid, source, settings } = mapping
  const isAtWork = () => {
    completeTransitions(region, house.settings.functionStates === 'settled' ? Infinity : house.clock.now())
    const { enabled, state } = mapping
    const name = mapping.functionArn.split(':')[6]!
    return enabled && (state === 'Enabled' || state === 'Updating') && region.functions.has(name)
  }
  return {
    uuid,
    identity: mapping,
    kind: source.kind === 'sqs' || source.kind === 'sqsFifo' ? 'sqs' : source.kind === 'kinesis' ? 'kinesis' : 'other',
    arn: arn.split('/consumer/')[0]!,
    functionName: mapping.functionArn.split(':')[6]!,
    batchSize: settings.batchSize,
    batchingWindow: (settings.batchingWindow ?? 0) * 1000,
    concurrency: settings.maximumConcurrency ?? pollers,
    startingPosition: source.startingPosition ?? 'TRIM_HORIZON',
    startingPositionTimestamp: source.startingPositionTimestamp,
    isAtWork,
    run: (messages) => runMessages(region, mapping, messages, house),
    log: () => createForeignLog(region, mapping, house, isAtWork),
  }
}
