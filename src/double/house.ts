import type { Clock } from '../clock/clock'
import { createIds } from '../clock/ids'
import { createSystemClock } from '../clock/systemClock'
import { createVirtualClock } from '../clock/virtualClock'
import { isServiceError, ServiceError } from '../errors/serviceError'
import { UsageError } from '../errors/usageError'
import { createDeliverers, type Deliverers } from './deliverers'
import { noteCall } from '../contracts/api/apiUse'
import { createContractBook } from '../contracts/consumer/contractBook'
import { createLedger } from '../contracts/consumer/ledger'
import { createHonour } from './honour'
import { createPushTarget, type PushTarget } from './pushTarget'
import { createExchange, perform, type ExchangeHouse } from '../exchange'
import { createRuleBook } from '../faults/ruleBook'
import { createBoundedLog } from '../journal/boundedLog'
import type { CallEntry } from '../journal/callEntry'
import { callHead } from '../journal/callHead'
import { toCallEntry, type CallRecord } from '../journal/callRecord'
import { printedCall, printedDelivery, printedInvocation } from '../journal/printed'
import type { OperationName } from '../model/api'
import { operations } from '../model/operations'
import type { Seed } from '../builders/seed'
import type { ResolvedOptions } from './options'
import { createConcurrency } from '../runtime/concurrency/concurrency'
import { toDelivery, type Delivery, type DeliveryEntry } from '../runtime/destinations/delivery'
import { createEnvironments } from '../runtime/environments'
import { createEventSources } from '../runtime/event-sources/createEventSources'
import type { SourceView } from '../runtime/event-sources/sourceMessages'
import type { Invocation, RunRecord } from '../runtime/invocation'
import { invocationOf } from '../runtime/runRecord'
import { createSurroundings } from '../runtime/surroundings/surroundings'
import { openObjectFolder } from '../runtime/uploaded-code/objectFolder'
import { createUploadedCode } from '../runtime/uploaded-code/uploadedCode'
import type { RegionState } from '../state/regionState'
import { clearHistory } from '../state/sourceHistory'
import { completeTransitions } from '../state/transitions'
import { createWorld } from '../state/world'
import { hintFor } from './hint'
import { deliverToQueue } from './queueDelivery'
import { isTrouble } from './trouble'
import { createWatch } from './watch'
import { sentMembers } from '../usage/sentMembers'
import { withoutSecrets } from '../usage/secrets'
import { createWebExchange, type WebExchange } from '../webExchange'
import type { Exchange } from '../wire/messages'

/** One world of one double: its memory, rules, journal and clock, and the way in. A reset builds a new one. */
export interface House extends ExchangeHouse {
  readonly clock: Clock
  /** What was called, oldest first. */
  calledSoFar(): CallEntry[]
  /** What was run, oldest first. */
  ranSoFar(): Invocation[]
  /** What was sent to destinations and dead-letter targets, oldest first. */
  deliveredSoFar(): Delivery[]
  /** What queues, streams and clusters have and have had. */
  sourcesSoFar(): SourceView[]
  /** What became of deliveries that the author of the test has to know of. */
  deliveryMistakes(): string[]
  readonly deliverers: Deliverers
  /** Calls that `verify()` complains about, oldest first. They are remembered although the journal may have dropped them. */
  troubles(): CallEntry[]
  /** How many older calls, runs and deliveries had to make room. */
  dropped(): number
  /** Forgets what was called, run, delivered and done with; state, messages that are there and rules stay. */
  forgetHistory(): void
  readonly exchange: Exchange
  /** The way in for requests to function URLs, and by links to code. */
  readonly web: WebExchange
  /** Where the builders of a region put things. */
  seedOf(region: string): Seed
  /** Where services push events to that happen in a region. */
  pushTarget(region: string): PushTarget
}

/** Far more than anybody reads. */
const mostTroubles = 1_000

export function createHouse(
  options: ResolvedOptions,
  surroundings = createSurroundings(),
  watch = createWatch(),
  ledger = createLedger(),
): House {
  const { settings, journalLimit, seed, now } = options
  const invocations = createBoundedLog<RunRecord>(journalLimit)
  const deliveries = createBoundedLog<DeliveryEntry>(journalLimit)
  const troubles = createBoundedLog<CallRecord>(mostTroubles)
  const deliverers = createDeliverers()
  const contracts = createContractBook(ledger)
  const world = createWorld(options.s3Root === undefined ? undefined : openObjectFolder(options.s3Root))
  const parts: ExchangeHouse = {
    settings,
    world,
    clock: options.time === 'virtual' ? createVirtualClock(now) : createSystemClock(),
    ids: createIds(seed),
    rules: createRuleBook(seed),
    contracts,
    calls: createBoundedLog<CallRecord>(journalLimit),
    environments: createEnvironments(surroundings),
    uploadedCode: createUploadedCode(),
    concurrency: createConcurrency(),
    eventSources: createEventSources(() => parts),
    ended(call) {
      noteCall(ledger.apiUse, call)
      if (isTrouble(call, settings)) troubles.push(call)
      if (!watch.isWatched) return
      const { operation } = call
      watch.tell({ kind: 'call', operation, head: () => callHead(call), entry: () => printedCall(toCallEntry(call)) })
    },
    observe(run) {
      const { type } = run
      const entry = () => printedInvocation(invocationOf(run))
      invocations.push(run)
      if (watch.isWatched) watch.tell({ kind: 'invocation', type, entry })
      if (type === 'Event') contracts.checkRun(entry)
    },
    deliver(entry) {
      deliveries.push(entry)
      if (!deliverers.isElsewhere(entry.arn)) deliverToQueue(entry, { world, eventSources: parts.eventSources, deliverers })
      if (watch.isWatched) watch.tell({ kind: 'delivery', entry: () => printedDelivery(toDelivery(entry)) })
      return deliverers.hand(entry)
    },
    hint: (region, error, input) => hintFor(world, region, error, input),
  }
  return {
    ...parts,
    calledSoFar: () => parts.calls.entries().map((call) => printedCall(toCallEntry(call))),
    ranSoFar: () => invocations.entries().map((run) => printedInvocation(invocationOf(run))),
    deliveredSoFar: () => deliveries.entries().map((delivery) => printedDelivery(toDelivery(delivery))),
    sourcesSoFar: () =>
      [...world.all()].flatMap((region) =>
        [...region.eventSources.values()].map((source) => parts.eventSources.view(region, source)),
      ),
    deliveryMistakes: () => deliveries.entries().flatMap(({ isMistake, error }) => (isMistake && error ? [error] : [])),
    deliverers,
    troubles: () => troubles.entries().map((call) => printedCall(toCallEntry(call))),
    dropped: () => parts.calls.dropped + invocations.dropped + deliveries.dropped,
    forgetHistory() {
      for (const log of [parts.calls, invocations, deliveries]) log.clear()
      for (const region of world.all()) for (const source of region.eventSources.values()) clearHistory(source.history)
      watch.tell({ kind: 'reset' })
    },
    exchange: createExchange(parts),
    web: createWebExchange(parts),
    pushTarget: (region) => createPushTarget(parts, world.region(settings.accountId, region)),
    seedOf: (region) => createSeed(parts, () => world.region(settings.accountId, region)),
  }
}

function createSeed(house: ExchangeHouse, region: () => RegionState): Seed {
  return {
    region,
    honour: createHonour(house.contracts, region),
    eventSources: house.eventSources,
    run(where, name, input) {
      const sent = sentMembers(operations[name].input, input)
      try {
        const output = perform(house, region(), operations[name], sent as Record<string, unknown>, house.ids.uuid())
        // What a test seeds is ready: nobody waits for it.
        completeTransitions(region(), Infinity)
        return output as never
      } catch (error) {
        if (isServiceError(error)) throw refused(where, name, error, input)
        throw error
      }
    },
  }
}

/** AWS's message may quote what it refuses, and so may a cause, which is printed as well. */
function refused(where: string, name: OperationName, error: ServiceError, input: unknown): UsageError {
  const message = withoutSecrets(error.message, name, input)
  return new UsageError(`${where} asks for something that AWS would refuse. ${name} answers ${error.name}: ${message}`, {
    cause: new ServiceError(error.name, message, error.members),
  })
}
