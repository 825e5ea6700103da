import { createAssert, type Assert } from './assertions/createAssert'
import { viewSymbol, type AssertionView } from './assertions/assertionView'
import { register, unregister } from './assertions/mockRegistry'
import { buildFunction, type FunctionBuilder, type HandlerFunction } from './builders/functionBuilder'
import { buildLayer, type LayerBuilder } from './builders/layerBuilder'
import { seedCodeSigningConfig, type CodeSigningSettings, type SeededCodeSigningConfig } from './builders/seedCodeSigningConfig'
import { seedObject, type ObjectReference } from './builders/seedObject'
import { milliseconds, type Duration } from './clock/duration'
import type { Deliverer } from './deliverers'
import type { OpenDoor } from './door'
import { callSite } from './errors/callSite'
import { UsageError } from './errors/usageError'
import { createOn, type On } from './faults/on'
import { createHouse } from './house'
import type { CallEntry } from './journal/callEntry'
import { arnFits } from './matching/arnFits'
import { inputFits } from './matching/inputFits'
import type { OperationName } from './model/api'
import type { InputMatch } from './matching/match'
import { resolveOptions, type MockLambdaOptions } from './options'
import type { Delivery } from './runtime/destinations/delivery'
import type { Invocation } from './runtime/invocation'
import { provideAwslambda } from './runtime/streaming/awslambda'
import type { StreamingHandler } from './runtime/streaming/streamify'
import { createSurroundings } from './runtime/surroundings/surroundings'
import { requireOperation } from './usage/requireOperation'
import { unmetExpectations } from './unmetExpectations'
import type { WebExchange } from './webExchange'
import type { Exchange } from './wire/messages'

/** Seeding and reading one region. */
export interface RegionView {
  /** Finds or creates a function and hands out its builder. */
  function(name: string, handler?: HandlerFunction): FunctionBuilder
  function(name: string, handler: StreamingHandler): FunctionBuilder
  /** Hands out the builder of a layer, which publishes its versions. */
  layer(name: string): LayerBuilder
  /**
   * Creates a code signing configuration. Members of CreateCodeSigningConfig, in AWS's spelling.
   * @example lambda.function('orders').configure({ CodeSigningConfigArn: lambda.codeSigningConfig().arn })
   */
  codeSigningConfig(settings?: CodeSigningSettings): SeededCodeSigningConfig
  /**
   * Puts bytes where code that is given by S3 reference finds them, and returns the reference.
   * @param version for references that name a version of the object
   * @example lambda.function('orders').configure({ Code: lambda.object('my-bucket', 'orders.zip', readFileSync('orders.zip')) })
   */
  object(bucket: string, key: string, bytes: Uint8Array, version?: string): ObjectReference
}

/** Time inside the double. */
export interface MockClock {
  /** Now, as a Date. */
  now(): Date
  /** Lets time pass and runs what falls due, e.g. `await lambda.clock.advance('2m')`. */
  advance(duration: Duration): Promise<void>
}

/** A whole Lambda in memory. See the README for what each word does. */
export interface MockLambda extends RegionView {
  /** Says what happens to calls of an operation: throttles, failures, hand-written answers. */
  readonly on: On
  /** What was called: one entry per attempt, oldest first. */
  calls<Name extends OperationName>(
    operation?: Name | '*' | (abstract new (...input: never[]) => unknown),
    match?: InputMatch<Record<string, unknown>>,
  ): CallEntry[]
  /** What was run: handlers and canned outcomes, oldest first. */
  invocations(name?: string): Invocation[]
  /**
   * What asynchronous invocations sent to destinations and dead-letter targets, oldest first; in a text `*` stands for anything.
   * @example lambda.deliveries('arn:aws:sqs:us-east-1:123456789012:failed')[0].record
   */
  deliveries(arn?: string | RegExp): Delivery[]
  /**
   * Hands deliveries on, such as to a client of a local SQS; `settled()` waits for it. One that fails is not tried again, as AWS
   * drops what it cannot deliver: its `error` says why, and `verify()` complains. Forgotten by `reset()`.
   * @param arn whose deliveries; in a text `*` stands for anything
   * @example lambda.deliverTo('arn:aws:sqs:*', ({ arn, body }) => sqs.send(new SendMessageCommand({ QueueUrl: urlOf(arn), MessageBody: body })))
   */
  deliverTo(arn: string | RegExp, deliverer: Deliverer): void
  readonly clock: MockClock
  /** Runs everything that is due or scheduled to its end, in virtual time. */
  settled(): Promise<void>
  /** The same builders for another region of the account. */
  region(name: string): RegionView
  /** A real LambdaClient of the installed SDK, wired to this double. */
  client(config?: object): unknown
  /** The way in, for a door of your own: a request as it stood on the wire, and what Lambda answers. */
  readonly exchange: Exchange
  /**
   * The other way in, for a door of your own: HTTP requests to function URLs, and by the links to code that GetFunction and
   * GetLayerVersion give. `fetch` takes it by itself, and so does `serve`.
   */
  readonly web: WebExchange
  /** The matchers as plain functions that throw, for any runner. */
  readonly assert: Assert
  /** Throws if a bounded rule was not used up, or a request went unanswered even though the code under test swallowed it. */
  verify(): void
  /** Forgets functions, rules and journal, and stays installed. */
  reset(): void
  /** Takes itself out and leaves the SDK exactly as found. */
  restore(): void
  [Symbol.dispose](): void
}

/** The `mockLambda` of one door. */
export function createMockLambda(openDoor: OpenDoor): (options?: MockLambdaOptions | object) => MockLambda {
  return (given) => {
    const options = resolveOptions(given)
    // One for good: handlers that are still at work outlast a reset.
    const surroundings = createSurroundings()
    let house = createHouse(options, surroundings)
    const { region, accountId } = options.settings
    const web: WebExchange = {
      leadsTo: (host) => house.web.leadsTo(host),
      exchange: (request) => house.web.exchange(request),
    }
    const door = openDoor({
      ...options,
      region,
      accountId,
      exchange: (request) => house.exchange(request),
      web,
      callerFile: callSite()?.file,
    })
    const removeAwslambda = provideAwslambda()

    const view = (): AssertionView => ({
      calls: house.calledSoFar(),
      invocations: house.ranSoFar(),
      get deliveries() {
        return house.deliveredSoFar()
      },
      seed: options.seed,
      dropped: house.dropped(),
      functionNames: [...house.world.region(accountId, region).functions.keys()],
    })

    const regionView = (name: string): RegionView => ({
      function: (functionName: string, handler?: HandlerFunction | StreamingHandler) =>
        buildFunction(house.seedOf(name), functionName, handler),
      layer: (layerName) => buildLayer(house.seedOf(name), layerName),
      codeSigningConfig: (settings) => seedCodeSigningConfig(house.seedOf(name), settings),
      object: (bucket, key, bytes, version) => seedObject(house.seedOf(name), { bucket, key, bytes, version }),
    })

    const mock: MockLambda = {
      ...regionView(region),
      on: createOn(() => house.rules),
      calls(operation, match) {
        const wanted = operation === undefined || operation === '*' ? '*' : requireOperation(operation, 'lambda.calls')
        return house
          .calledSoFar()
          .filter((entry) => wanted === '*' || entry.operation === wanted)
          .filter(
            (entry) =>
              match === undefined ||
              (entry.operation !== undefined && inputFits(entry.operation, match, entry.input, () => entry.payload)),
          )
      },
      invocations: (name) => house.ranSoFar().filter((invocation) => name === undefined || invocation.functionName === name),
      deliveries: (arn) => house.deliveredSoFar().filter((delivery) => arn === undefined || arnFits(arn, delivery.arn)),
      deliverTo: (arn, deliverer) => house.deliverers.add(arn, deliverer),
      clock: {
        now: () => new Date(house.clock.now()),
        advance: (duration) => house.clock.advance(requireDuration(duration)),
      },
      settled: () => house.clock.settle(),
      region: regionView,
      client: (config) => door.newClient(config),
      exchange: (request) => house.exchange(request),
      web,
      assert: createAssert(view),
      verify() {
        const unmet = unmetExpectations(house, options.seed)
        if (unmet !== undefined) throw unmet
      },
      reset() {
        house.clock.clear()
        void house.uploadedCode.close()
        house = createHouse(options, surroundings)
      },
      restore() {
        house.clock.clear()
        void house.uploadedCode.close()
        unregister(mock)
        surroundings.close()
        removeAwslambda()
        door.close()
      },
      [Symbol.dispose]() {
        mock.restore()
      },
    }
    Object.defineProperty(mock, viewSymbol, { value: view })
    register(mock)
    return mock
  }
}

function requireDuration(duration: Duration): number {
  const length = milliseconds(duration)
  if (length !== undefined) return length
  throw new UsageError(
    `clock.advance(${JSON.stringify(duration)}) needs milliseconds or a duration such as '200ms', '90s' or '2h'.`,
  )
}
